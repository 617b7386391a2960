/** Ways to mend the function given to `new Promise`. */

import type { Asking } from '../engine/questions.ts';
import {
  isBlock,
  isCallExpression,
  isExpressionStatement,
  isIdentifier,
  type CallExpression,
  type Expression,
  type Identifier,
  type Node,
} from '../syntax/ast.ts';
import { chainOf, onlyExpression, type Executor } from '../syntax/executors.ts';
import { chainCall, withoutParentheses } from '../syntax/expressions.ts';
import { insertAfter, insertBefore, type DraftEdit, type FixDraft } from './draft.ts';
import { liftExecutor } from './lift-executor.ts';
import { tryAround } from './try-around.ts';

const suggestion = (title: string, edits: readonly DraftEdit[]): FixDraft => ({
  title,
  kind: 'suggestion',
  proof: 'type-check',
  edits,
});

/** Ways to be rid of an async executor. @param catchesAlready whether nothing in it is lost */
export function* asyncExecutorFixes(executor: Executor, catchesAlready: boolean): Asking<readonly FixDraft[]> {
  const lifted = liftExecutor(executor);
  const caught = catchesAlready ? undefined : catchAndReject(executor);
  return [
    ...(lifted ? [suggestion('Call an async function instead', lifted)] : []),
    ...(caught ? [suggestion('Catch errors and reject with them', caught)] : []),
  ];
}

function catchAndReject(executor: Executor): readonly DraftEdit[] | undefined {
  const { body } = executor.function;
  const reject = rejectName(executor);
  if (!reject || !isBlock(body)) return undefined;
  return [...reject.edits, ...tryAround(body, `${reject.name}(error)`)];
}

/** The name of the executor's `reject`, which gets one if it has none yet. */
function rejectName({ function: executor, resolve, reject }: Executor): Rejecting | undefined {
  if (reject) return { name: reject.text, edits: [] };
  if (!resolve || executor.parameters.length !== 1 || resolve.text === 'reject') return undefined;
  const text = executor.getText();
  // `resolve => …` has no parentheses to write a second parameter into.
  const isBare =
    executor.modifiers === undefined
      ? !text.startsWith('(') && !text.startsWith('function')
      : /^async\s+[^(]*=>/.test(text);
  const parameter = executor.parameters[0]!;
  const edits = isBare
    ? [insertBefore(parameter, '('), insertAfter(parameter, ', reject)')]
    : [insertAfter(parameter, ', reject')];
  return { name: 'reject', edits };
}

interface Rejecting {
  readonly name: string;
  readonly edits: readonly DraftEdit[];
}

/** A promise that is returned settles the new one by being passed to `resolve`, or gets a handler that rejects it. */
export function* returnedValueFixes(executor: Executor, returned: Expression): Asking<readonly FixDraft[]> {
  const fixes: FixDraft[] = [];
  const reject = chainOf(returned) && rejectName(executor);
  if (reject) {
    const edits = [...reject.edits, insertAfter(returned, `.catch(${reject.name})`)];
    fixes.push(suggestion('Pass the rejection on', edits));
  }
  const { resolve } = executor;
  if (resolve && !chainOf(returned)) {
    const edits = [insertBefore(returned, `${resolve.text}(`), insertAfter(returned, ')')];
    fixes.push(suggestion('Settle the promise with it', edits));
  }
  return fixes;
}

/** `reject(error);` becomes `return reject(error);`. */
export function* returnAfterFixes(call: CallExpression): Asking<readonly FixDraft[]> {
  return isExpressionStatement(call.parent) ? [suggestion('Return after it', [insertBefore(call, 'return ')])] : [];
}

/** `new Promise((resolve, reject) => source.then(resolve, reject))` is `source`. */
export function* unwrapFixes(executor: Executor): Asking<readonly FixDraft[]> {
  const whole = onlyExpression(executor);
  const source = whole && passedOn(withoutParentheses(whole), executor);
  if (!source) return [];
  const edit = replace(executor.construction, source.getText());
  return [suggestion('Use the promise itself', [edit])];
}

function replace(node: Node, text: string): DraftEdit {
  return { file: node.getSourceFile().fileName, start: node.getStart(), end: node.end, text };
}

/** The promise whose outcome is passed on unchanged, by `then(resolve, reject)` or `then(resolve).catch(reject)`. */
function passedOn(chain: Expression, { resolve, reject }: Executor): Expression | undefined {
  const link = isCallExpression(chain) ? chainCall(chain) : undefined;
  if (!link || !isCallExpression(chain) || !resolve || !reject || !isNamed(link.onRejected, reject)) return undefined;
  if (link.method === 'then') return isNamed(chain.arguments[0], resolve) ? link.promise : undefined;
  const before = withoutParentheses(link.promise);
  const first = isCallExpression(before) ? chainCall(before) : undefined;
  if (first?.method !== 'then' || first.onRejected || !isCallExpression(before)) return undefined;
  return isNamed(before.arguments[0], resolve) ? first.promise : undefined;
}

function isNamed(expression: Expression | undefined, name: Identifier): boolean {
  return expression !== undefined && isIdentifier(expression) && expression.text === name.text;
}
