/** Ways to mend a promise that floats. */

import type { Asking } from '../engine/questions.ts';
import {
  isAwaitExpression,
  isBinaryExpression,
  isBlock,
  isCallExpression,
  isVoidExpression,
  SyntaxKind,
  type Expression,
} from '../syntax/ast.ts';
import { bindsTighterThanUnary, chainCall, isImmediatelyInvoked, withoutParentheses } from '../syntax/expressions.ts';
import { awaitContext, type PlainFunction } from '../syntax/functions.ts';
import { beginsAfterOpenStatement } from '../syntax/statements.ts';
import { insertAfter, insertBefore, prefix, type DraftEdit, type FixDraft } from './draft.ts';
import { catchAndLog } from './log-rejection.ts';
import { makeAsync } from './make-async.ts';

/**
 * - `useless-handler`: its rejection handler is no function
 * - `array`: several, in an array or a tuple
 * - `never-runs`: a query, which nothing but an await starts
 */
export type FloatingReason = 'unhandled' | 'useless-handler' | 'array' | 'never-runs';

/**
 * @param whole the expression that is thrown away
 * @param culprit the part of it that floats; of a comma expression only this part is changed
 * @param voidIsHandled whether `void` is accepted as a mark of intent
 */
export function* floatingPromiseFixes(
  whole: Expression,
  culprit: Expression,
  why: FloatingReason,
  voidIsHandled: boolean,
): Asking<readonly FixDraft[]> {
  const { target, bare } = targetOf(whole, culprit);
  const awaited = [...bare, ...(why === 'array' ? awaitAll(target) : prefix(target, 'await'))];
  const what = WHAT[why];
  const context = awaitContext(target);
  const fixes: FixDraft[] = [];
  if (context.kind === 'async') {
    // An async function called on the spot is a common way to start work that nobody is to wait for.
    const kind = why === 'unhandled' && !isImmediatelyInvoked(target) ? 'safe' : 'suggestion';
    const proof = why === 'array' ? 'type-check' : 'construction';
    fixes.push({ title: `Await ${what}`, kind, proof, edits: awaited });
  }
  if (context.kind === 'module')
    fixes.push({ title: `Await ${what}`, kind: 'suggestion', proof: 'type-check', edits: awaited });
  if (context.kind === 'sync' && why === 'unhandled' && isLastInThen(whole, context.function))
    fixes.push(returnFix(whole));
  if (context.kind === 'sync') fixes.push(...(yield* makeAsync(context.function, awaited, `await ${what}`)));
  if (why === 'unhandled' || why === 'array') fixes.push(...catchFixes(target, bare, why));
  if (voidIsHandled && why !== 'never-runs') fixes.push(voidFix(target));
  return fixes;
}

/** Whether an expression is the last statement of a function that is given to `then`, `catch` or `finally`. */
function isLastInThen(whole: Expression, fn: PlainFunction): boolean {
  const call = fn.parent;
  if (!isCallExpression(call) || call.expression === fn || !chainCall(call)) return false;
  return fn.body !== undefined && isBlock(fn.body) && fn.body.statements.at(-1) === whole.parent;
}

function returnFix(whole: Expression): FixDraft {
  const edits = [insertBefore(whole, 'return ')];
  return { title: 'Return the promise', kind: 'suggestion', proof: 'type-check', edits };
}

const WHAT: Readonly<Record<FloatingReason, string>> = {
  unhandled: 'the promise',
  'useless-handler': 'the promise',
  array: '`Promise.all`',
  'never-runs': 'the query',
};

function voidFix(target: Expression): FixDraft {
  const edits = prefix(target, 'void');
  return { title: 'Mark as floating with `void`', kind: 'suggestion', proof: 'construction', edits };
}

/** The expression to change, and the edit that takes a `void` off it. */
function targetOf(whole: Expression, culprit: Expression): { target: Expression; bare: readonly DraftEdit[] } {
  const node = withoutParentheses(whole);
  if (isVoidExpression(node)) {
    const text = beginsAfterOpenStatement(node) && /^[([`]/.test(node.expression.getText()) ? ';' : '';
    const edit = { file: node.getSourceFile().fileName, start: node.getStart(), end: node.expression.getStart(), text };
    return { target: node.expression, bare: [edit] };
  }
  const isComma = isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.CommaToken;
  return { target: isComma ? culprit : whole, bare: [] };
}

function awaitAll(target: Expression): DraftEdit[] {
  return [insertBefore(target, 'await Promise.all('), insertAfter(target, ')')];
}

function catchFixes(target: Expression, bare: readonly DraftEdit[], why: 'unhandled' | 'array'): FixDraft[] {
  if (isAwaitExpression(target) || !bindsTighterThanUnary(target)) return [];
  const handler = catchAndLog(target);
  const edits =
    why === 'array'
      ? [insertBefore(target, 'Promise.all('), insertAfter(target, `)${handler}`)]
      : [insertAfter(target, handler)];
  const title = 'Handle the rejection with `.catch(…)`';
  return [{ title, kind: 'suggestion', proof: 'type-check', edits: [...bare, ...edits] }];
}
