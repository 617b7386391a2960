/** Ways to make a test wait. */

import type { Asking } from '../engine/questions.ts';
import {
  isArrowFunction,
  isBlock,
  isIdentifier,
  isPropertyAccessExpression,
  type CallExpression,
  type Expression,
  type Node,
  type ParameterDeclaration,
} from '../syntax/ast.ts';
import { usesOf } from '../syntax/parameter-uses.ts';
import type { Expectation } from '../syntax/expectations.ts';
import type { PlainFunction } from '../syntax/functions.ts';
import { awaitValue } from './await-value.ts';
import { insertAfter, insertBefore, prefix, type DraftEdit, type FixDraft } from './draft.ts';

/** `assert.throws` and `assert.doesNotThrow`, for promises. */
const ABOUT_REJECTIONS: ReadonlyMap<string, string> = new Map([
  ['throws', 'rejects'],
  ['doesNotThrow', 'doesNotReject'],
]);

/** `expect(f).toThrow()` becomes `await expect(f()).rejects.toThrow()`. */
export function* expectRejectionFix({ call, value, members, whole }: Expectation): Asking<readonly FixDraft[]> {
  // Chai has no such members.
  if (!members.at(-1)?.startsWith('to')) return [];
  const outcome = insertAfter(call, members.includes('not') ? '.resolves' : '.rejects');
  return yield* awaitValue(whole, [...prefix(whole, 'await'), ...called(value), outcome], 'the outcome');
}

/** What a function returns, instead of the function. */
function called(value: Expression): readonly DraftEdit[] {
  if (isIdentifier(value)) return [insertAfter(value, '()')];
  if (!isArrowFunction(value) || isBlock(value.body)) return [insertBefore(value, '('), insertAfter(value, ')()')];
  return [{ file: value.getSourceFile().fileName, start: value.getStart(), end: value.body.getStart(), text: '' }];
}

/** `assert.throws(f)` becomes `await assert.rejects(f)`. */
export function* assertRejectionFix(call: CallExpression): Asking<readonly FixDraft[]> {
  const edit = renamed(call.expression);
  return edit ? yield* awaitValue(call, [...prefix(call, 'await'), edit], 'the outcome') : [];
}

function renamed(callee: Expression): DraftEdit | undefined {
  if (!isPropertyAccessExpression(callee)) return undefined;
  const text = ABOUT_REJECTIONS.get(callee.name.text);
  return text === undefined ? undefined : replace(callee.name, text);
}

function replace(node: Node, text: string): DraftEdit {
  return { file: node.getSourceFile().fileName, start: node.getStart(), end: node.end, text };
}

/** Takes away a callback that nobody calls. */
export function* removeParameterFix(fn: PlainFunction, parameter: ParameterDeclaration): Asking<readonly FixDraft[]> {
  const { name } = parameter;
  if (!isIdentifier(name) || !fn.body || usesOf(name, fn.body).length > 0) return [];
  const text = fn.getSourceFile().text.slice(fn.getStart(), parameter.getStart());
  const edit = replace(parameter, text.trimEnd().endsWith('(') ? '' : '()');
  return [{ title: 'Remove the callback', kind: 'suggestion', proof: 'type-check', edits: [edit] }];
}
