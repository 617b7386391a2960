/** What `asynclens check` accepts. */

import { PRESETS, type Preset, type RuleSetting } from '../shared/settings.ts';
import { argumentsIn, count, oneOf } from './arguments.ts';
import { UsageError } from './usage-error.ts';

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

export interface CheckOptions {
  /** As given; empty for the projects found from the working directory. */
  readonly paths: readonly string[];
  readonly project: string | undefined;
  readonly config: string | undefined;
  readonly preset: Preset | undefined;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly format: Format;
  readonly fix: boolean;
  readonly maxWarnings: number;
  readonly quiet: boolean;
  readonly cache: CacheUse;
  /** A recording that findings are compared with. */
  readonly trace: string | undefined;
}

/** Whether results are kept between runs, and in which folder when not in the usual one. */
export type CacheUse = { readonly kind: 'none' } | { readonly kind: 'kept'; readonly folder: string | undefined };

const OPTIONS = {
  project: { type: 'string' },
  config: { type: 'string' },
  preset: { type: 'string' },
  rule: { type: 'string', multiple: true },
  format: { type: 'string' },
  fix: { type: 'boolean' },
  'max-warnings': { type: 'string' },
  quiet: { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  'cache-location': { type: 'string' },
  trace: { type: 'string' },
} as const;

/** `args` come after `check`. @throws UsageError */
export function parseCheckOptions(args: readonly string[]): CheckOptions {
  const { values, positionals } = argumentsIn('check', args, { options: OPTIONS, allowPositionals: true });
  return {
    paths: positionals,
    project: values.project,
    config: values.config,
    preset: oneOf('--preset', PRESETS, values.preset),
    rules: Object.fromEntries((values.rule ?? []).map(ruleSetting)),
    format: oneOf('--format', FORMATS, values.format) ?? 'text',
    fix: values.fix ?? false,
    maxWarnings: count('--max-warnings', values['max-warnings']) ?? Infinity,
    quiet: values.quiet ?? false,
    trace: values.trace,
    cache: values['no-cache'] ? { kind: 'none' } : { kind: 'kept', folder: values['cache-location'] },
  };
}

/** `name=severity` or `name=severity:{ options }`; whether rule and severity exist is for the linter to say. */
function ruleSetting(text: string): [name: string, setting: RuleSetting] {
  const match = /^(?<name>[^=]+)=(?<severity>[^:]+)(?::(?<options>.*))?$/s.exec(text);
  if (match === null) throw new UsageError(`--rule must be like no-floating-promises=warn, not "${text}".`);
  const { name, severity, options } = match.groups as { name: string; severity: string; options?: string };
  return [name, (options === undefined ? severity : [severity, json(text, options)]) as RuleSetting];
}

function json(rule: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new UsageError(`The options in --rule ${rule} are not JSON: ${error.message}.`);
    throw error;
  }
}
