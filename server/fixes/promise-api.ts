/** Calls a function that returns a promise in place of one that blocks. */

import type { Asking } from '../engine/questions.ts';
import type { BlockingFunction, Replacement } from '../facts/blocking-function.ts';
import { isCallExpression, isIdentifier, isPropertyAccessExpression, type CallExpression, type Expression } from '../syntax/ast.ts';
import type { DraftEdit } from './draft.ts';
import { importName, type ImportedName } from './import-name.ts';
import { givesTheSame, isUnused } from './program-output.ts';
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
export function* promiseCall(callee: Expression, { instead }: BlockingFunction): Asking<PromiseCall | undefined> {
  const call = callee.parent;
  if (!instead || !isCallExpression(call) || call.expression !== callee || call.questionDotToken) return undefined;
  const isProgram = instead.how === 'promisify' && instead.result === 'stdout';
  if (isProgram && !(yield* givesTheSame(call))) return undefined;
  const replacement = replacementFor(callee, instead);
  if (!replacement) return undefined;
  const { text, edits } = replacement;
  const source = callee.getSourceFile();
  const exchange = { file: source.fileName, start: callee.getStart(), end: callee.end, text };
  const property = isUnused(call) ? undefined : instead.result;
  return { call, text, property, edits: [exchange, ...edits] };
}

function replacementFor(callee: Expression, instead: Replacement): ImportedName | undefined {
  const source = callee.getSourceFile();
  if (isPropertyAccessExpression(callee)) {
    if (!isIdentifier(callee.expression) || callee.questionDotToken) return undefined;
    if (instead.how === 'promisify') return promisified(source, callee, instead);
    const isMember = instead.module.endsWith('/promises');
    return isMember ? { text: `${callee.expression.text}.promises.${instead.name}`, edits: [] } : undefined;
  }
  if (!isIdentifier(callee)) return undefined;
  return instead.how === 'promisify'
    ? promisified(source, callee, instead)
    : importName(source, callee.text, instead.module, instead.name);
}
