/** Lets an array method wait for the answers of an async predicate. */

import type { Asking } from '../engine/questions.ts';
import {
  isIdentifier,
  isPropertyAccessExpression,
  SyntaxKind,
  type CallExpression,
  type Expression,
} from '../syntax/ast.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { beginsAfterOpenStatement } from '../syntax/statements.ts';
import { isOperand } from './await-in-place.ts';
import { insertAfter, insertBefore, type DraftEdit, type FixDraft } from './draft.ts';
import { awaitValue } from './await-value.ts';

/** Methods whose result is that of the same method on the answers. */
const OF_ANSWERS: ReadonlySet<string> = new Set(['every', 'findIndex', 'findLastIndex', 'some']);

/**
 * `xs.some(f)` becomes `(await Promise.all(xs.map(f))).some(Boolean)`; `xs.filter(f)` becomes
 * `await Promise.all(xs.map(f)).then(answers => xs.filter((_, index) => answers[index]))`.
 */
export function* asyncPredicateFixes(
  call: CallExpression,
  array: Expression,
  method: string,
): Asking<readonly FixDraft[]> {
  const callee = withoutParentheses(call.expression);
  const isPlainCall = isPropertyAccessExpression(callee) && !callee.questionDotToken && call.arguments.length === 1;
  if (!isPlainCall) return [];
  const map: DraftEdit = {
    file: call.getSourceFile().fileName,
    start: callee.name.getStart(),
    end: callee.name.end,
    text: 'map',
  };
  if (OF_ANSWERS.has(method)) {
    const opening = beginsAfterOpenStatement(call) ? ';(' : '(';
    const edits = [insertBefore(call, `${opening}await Promise.all(`), map, insertAfter(call, `)).${method}(Boolean)`)];
    return named(yield* awaitValue(call, edits));
  }
  if (!isRepeatable(array)) return [];
  const rest = `.then(answers => ${array.getText()}.${method}((_, index) => answers[index]))`;
  const [open, close] = isOperand(call) ? ['(', ')'] : ['', ''];
  const edits = [insertBefore(call, `${open}await Promise.all(`), map, insertAfter(call, `)${rest}${close}`)];
  return named(yield* awaitValue(call, edits));
}

const named = (fixes: readonly FixDraft[]): FixDraft[] =>
  fixes.map(fix => ({
    ...fix,
    title: fix.title.replace(/await the promise/i, 'Await the answers with `Promise.all`'),
  }));

/** A name, or members of one: reading it twice gives the same array. */
function isRepeatable(array: Expression): boolean {
  if (isPropertyAccessExpression(array)) return !array.questionDotToken && isRepeatable(array.expression);
  if (array.kind === SyntaxKind.ThisKeyword) return true;
  return isIdentifier(array) && array.text !== 'answers' && array.text !== 'index' && array.text !== '_';
}
