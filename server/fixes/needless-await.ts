/** Ways to mend an `await` that has nothing to wait for. */

import { TypeFlags, type Asking, type TypeInfo } from '../engine/questions.ts';
import { unionParts } from '../facts/promises.ts';
import {
  isAwaitExpression,
  isCallExpression,
  isExpressionStatement,
  isLiteralExpression,
  type AwaitExpression,
  type CallExpression,
  type Expression,
  type ForOfStatement,
  type VariableDeclarationList,
} from '../syntax/ast.ts';
import { bindsTighterThanUnary, parentBeyondParentheses, withoutParentheses } from '../syntax/expressions.ts';
import { isInLoop } from '../syntax/loops.ts';
import { insertAfter, insertBefore, type DraftEdit, type FixDraft } from './draft.ts';
import { removeAwait, removeAwaitKeyword } from './remove-await.ts';

/** Of a plain value, whose type is `type`. */
export function* mendAwaitOfValue(node: AwaitExpression, type: TypeInfo): Asking<readonly FixDraft[]> {
  const edits = removeAwait(node);
  const isSafe = isOfNoConsequence(node) && (yield* isPrimitive(type));
  return edits ? [{ ...removal('Remove the `await`', edits), ...(isSafe ? SAFE : {}) }] : [];
}

/** Of an array of promises. */
export function mendAwaitOfArray({ expression }: AwaitExpression): readonly FixDraft[] {
  const edits = [insertBefore(expression, 'Promise.all('), insertAfter(expression, ')')];
  return [{ title: 'Await `Promise.all`', kind: 'suggestion', proof: 'type-check', edits }];
}

/** Of a function that should have been called, awaited by itself or handed to `Promise.all`. */
export function callFunction(fn: Expression): readonly FixDraft[] {
  if (!bindsTighterThanUnary(fn)) return [];
  return [{ title: 'Call the function', kind: 'suggestion', proof: 'type-check', edits: [insertAfter(fn, '()')] }];
}

/** Of an element of `Promise.all([…])`, which waits for all of them at once. */
export function awaitTogether(node: AwaitExpression): readonly FixDraft[] {
  const edits = removeAwait(node);
  return edits ? [removal('Remove the `await`', edits)] : [];
}

/** Of an array of promises that stands among other elements of `Promise.all([…])`. */
export function spreadArray(array: Expression): readonly FixDraft[] {
  return [{ title: 'Spread the array', kind: 'suggestion', proof: 'type-check', edits: [insertBefore(array, '...')] }];
}

/** `await Promise.all(values)`, in which there are no promises. */
export function mendAggregate(call: CallExpression, values: Expression): readonly FixDraft[] {
  const whole = parentBeyondParentheses(call);
  if (!isAwaitExpression(whole) || isExpressionStatement(whole.parent) || !bindsTighterThanUnary(values)) return [];
  const { fileName: file } = call.getSourceFile();
  const edits = [
    { file, start: whole.getStart(), end: values.getStart(), text: '' },
    { file, start: values.end, end: whole.end, text: '' },
  ];
  return [removal('Use the values as they are', edits)];
}

/** `for await` over a synchronous iterable. */
export function mendForAwait(loop: ForOfStatement, yieldsPromises: boolean): readonly FixDraft[] {
  const keyword = removeAwaitKeyword(loop, loop.awaitModifier!.getStart());
  if (!keyword) return [];
  if (!yieldsPromises) return [removal('Use an ordinary `for…of`', [keyword])];
  const { expression } = loop;
  const edits = [keyword, insertBefore(expression, 'await Promise.all('), insertAfter(expression, ')')];
  return [{ title: 'Iterate over `await Promise.all(…)`', kind: 'suggestion', proof: 'type-check', edits }];
}

/** `await using` of one value that is disposed of synchronously. With several, some may need the `await`. */
export function mendAwaitUsing(list: VariableDeclarationList): readonly FixDraft[] {
  const keyword = list.declarations.length === 1 ? removeAwaitKeyword(list, list.getStart()) : undefined;
  return keyword ? [removal('Use `using` without `await`', [keyword])] : [];
}

/** Code that runs without a pause may run in another order: somebody has to look at it. */
const removal = (title: string, edits: readonly DraftEdit[]): FixDraft => ({
  title,
  kind: 'suggestion',
  proof: 'type-check',
  edits,
});

const SAFE = { kind: 'safe', proof: 'construction' } as const;

/**
 * Whether neither the pause nor the type without it can matter: the value is used where it is, outside of
 * loops, and comes from a call or a literal, which no condition narrows.
 */
function isOfNoConsequence(node: AwaitExpression): boolean {
  const operand = withoutParentheses(node.expression);
  const isFresh = isCallExpression(operand) ? !operand.getText().includes('?.') : isLiteralExpression(operand);
  return isFresh && !isExpressionStatement(parentBeyondParentheses(node)) && !isInLoop(node);
}

const PRIMITIVE =
  TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.BigIntLike | TypeFlags.Undefined | TypeFlags.Null;

function* isPrimitive(type: TypeInfo): Asking<boolean> {
  return (yield* unionParts(type)).every(part => part.flags & PRIMITIVE);
}
