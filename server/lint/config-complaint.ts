/** Says in plain words what is wrong with a value that does not match the configuration's schema. */

import type { ErrorObject } from 'ajv';
import type { JsonSchema } from '../../shared/rule-meta.ts';
import { didYouMean } from './did-you-mean.ts';

export interface Complaint {
  /** Property names and list indices from the root to what is wrong. */
  readonly path: readonly (string | number)[];
  /** Whether the name of the property is wrong, not its value. */
  readonly about: 'name' | 'value';
  readonly message: string;
}

/** The complaints that people should see: one per place, and none about branches that ajv only tried. */
export function complaints(errors: readonly ErrorObject[]): Complaint[] {
  const all = errors.filter(error => error.keyword !== 'if' && !error.schemaPath.includes('/anyOf/')).map(complaint);
  const place = ({ path, about }: Complaint) => `${about} ${path.join('/')}`;
  return all.filter((one, index) => all.findIndex(other => place(other) === place(one)) === index);
}

function complaint(error: ErrorObject): Complaint {
  const path = pathOf(error.instancePath);
  const schema = error.parentSchema as JsonSchema;
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(error.params['additionalProperty']);
      const known = Object.keys(schema.properties ?? {});
      const message = `Unknown ${kindOfKey(path)} "${name}".${didYouMean(name, known) || oneOf(known)}`;
      return { path: [...path, name], about: 'name', message };
    }
    case 'enum': {
      const allowed = (schema.enum ?? []).map(String);
      const given = String(error.data);
      const message = `"${given}" is not possible for ${subject(path)}.${didYouMean(given, allowed)}${oneOf(allowed)}`;
      return { path, about: 'value', message };
    }
    case 'type':
      return { path, about: 'value', message: `${subject(path)} must be ${TYPE_NAMES[schema.type ?? 'object']}.` };
    case 'required':
      return { path, about: 'value', message: `${subject(path)} needs "${String(error.params['missingProperty'])}".` };
    case 'minItems':
    case 'maxItems':
      return { path, about: 'value', message: `${subject(path)} must be a severity, or ["severity", { options }].` };
    case 'pattern':
      return { path, about: 'value', message: schema.patternErrorMessage ?? `${subject(path)} has the wrong form.` };
    case 'anyOf':
      return { path, about: 'value', message: `${subject(path)} has none of the forms that are possible here.` };
    default:
      return { path, about: 'value', message: `${subject(path)} ${error.message ?? 'is wrong'}.` };
  }
}

const TYPE_NAMES: Readonly<Record<NonNullable<JsonSchema['type']>, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  boolean: 'true or false',
  number: 'a number',
  integer: 'a whole number',
};

/** JSON pointer to path; list indices become numbers, as jsonc-parser wants them. */
function pathOf(pointer: string): (string | number)[] {
  const parts = pointer.split('/').slice(1);
  return parts.map(part => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
}

/** `"rules" › "no-floating-promises" › "ignoreVoid"` is named by its last word and, in a list, its owner. */
function subject(path: readonly (string | number)[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  if (typeof last === 'string') return `"${last}"`;
  const owner = subject(path.slice(0, -1));
  return isRule(path.slice(0, -1)) ? `the ${last === 0 ? 'severity' : 'options'} of ${owner}` : `An entry of ${owner}`;
}

/** Whether a path leads to the setting of one rule. */
const isRule = (path: readonly (string | number)[]): boolean => path.at(-2) === 'rules';

function kindOfKey(path: readonly (string | number)[]): string {
  if (path.at(-1) === 'rules') return 'rule';
  const rule = path.findIndex((_, end) => isRule(path.slice(0, end + 1)));
  return rule < 0 ? 'key' : `option of "${path[rule]}"`;
}

const oneOf = (names: readonly string[]): string => (names.length === 0 ? '' : ` Possible: ${names.join(', ')}.`);
