/** Calls a function that returns a promise in place of one that blocks. */

import type { Asking } from '../engine/questions.ts';
import type { BlockingFunction, Replacement } from '../facts/blocking-function.ts';
import {
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isPropertyAccessExpression,
  type CallExpression,
  type Expression,
  type Identifier,
} from '../syntax/ast.ts';
import { calleeName } from '../syntax/expressions.ts';
import { withoutScheme } from '../syntax/imported-names.ts';
import type { DraftEdit } from './draft.ts';
import { importName, importOf, wholeModule, type ImportedName } from './import-name.ts';
import { inPromise } from './in-promise.ts';
import { isUnused, sameOutput } from './program-output.ts';
import { promisified } from './promisified.ts';

export interface PromiseCall {
  readonly call: CallExpression;
  /** As the code says it after the edits: `fs.promises.readFile`. */
  readonly text: string;
  /** The property of the awaited value to take. */
  readonly property: string | undefined;
  readonly edits: readonly DraftEdit[];
}

/** The call of a blocking function turned into that of its replacement; `undefined` where there is no exact one. */
export function* promiseCall(callee: Expression, { name, instead }: BlockingFunction): Asking<PromiseCall | undefined> {
  const call = callee.parent;
  if (!instead || !isCallExpression(call) || call.expression !== callee || call.questionDotToken) return undefined;
  const isProgram = instead.how === 'promisify' && instead.result === 'stdout';
  const options = isProgram ? yield* sameOutput(call) : [];
  const named = instead.how === 'promisify' ? promisified(callee, instead) : counterpart(callee, name, instead);
  if (!options || !named) return undefined;
  const exchange = instead.how === 'callback' ? yield* inPromise(call, named.text) : [exchanged(callee, named.text)];
  const property = isUnused(call) ? undefined : instead.result;
  return exchange && { call, text: named.text, property, edits: [...exchange, ...named.edits, ...options] };
}

const exchanged = (callee: Expression, text: string): DraftEdit =>
  ({ file: callee.getSourceFile().fileName, start: callee.getStart(), end: callee.end, text });

/**
 * The replacement by the module that the code has already, or imported as it imports the blocking function.
 * @param known the name of that function: what goes by another one is kept by somebody, who may have a reason
 */
function counterpart(callee: Expression, known: string, { module, name }: Replacement): ImportedName | undefined {
  const source = callee.getSourceFile();
  const root = rootOf(callee);
  if (!root) return undefined;
  const isVariable = importOf(source, root.text) === undefined;
  const own = isVariable ? module.replace(/\/promises$/, '') : wholeModule(source, root.text);
  if (own !== undefined && callee !== root) {
    if (isSame(module, own)) return { text: `${root.text}.${name}`, edits: [] };
    if (isSame(module, `${own}/promises`)) return { text: `${root.text}.promises.${name}`, edits: [] };
  }
  return callee === root || calleeName(callee) === known ? importName(source, root.text, module, name) : undefined;
}

const isSame = (module: string, other: string): boolean => withoutScheme(module) === withoutScheme(other);

/** `fs` of `fs.realpathSync.native`; nothing where a link may be missing. */
function rootOf(callee: Expression): Identifier | undefined {
  let at = callee;
  while (isPropertyAccessExpression(at) || isElementAccessExpression(at)) {
    if (at.questionDotToken) return undefined;
    at = at.expression;
  }
  return isIdentifier(at) ? at : undefined;
}
