/** `new Promise((resolve, reject) => …)`, taken apart by its looks. */

import {
  isArrowFunction,
  isBlock,
  isCallExpression,
  isExpressionStatement,
  isFunctionExpression,
  isIdentifier,
  isNewExpression,
  isReturnStatement,
  type ArrowFunction,
  type CallExpression,
  type Expression,
  type FunctionExpression,
  type Identifier,
  type NewExpression,
  type Node,
} from './ast.ts';
import { chainCall, parentBeyondParentheses, withoutParentheses } from './expressions.ts';
import { isPlainFunction } from './functions.ts';

export interface Executor {
  readonly construction: NewExpression;
  readonly function: ArrowFunction | FunctionExpression;
  /** The parameters, where they are plain names. */
  readonly resolve: Identifier | undefined;
  readonly reject: Identifier | undefined;
}

/** Whether `Promise` is the built-in one is for a type checker to say. */
export function executorOf(node: Node): Executor | undefined {
  if (!isNewExpression(node) || !isIdentifier(node.expression) || node.expression.text !== 'Promise') return undefined;
  const executor = node.arguments?.[0] && withoutParentheses(node.arguments[0]);
  if (!executor || !(isArrowFunction(executor) || isFunctionExpression(executor))) return undefined;
  const [resolve, reject] = executor.parameters.map(({ name }) => (isIdentifier(name) ? name : undefined));
  return { construction: node, function: executor, resolve, reject };
}

/** Whether a call settles the promise of an executor that it stands in: such calls never throw. */
export function settlesPromise({ expression }: CallExpression): boolean {
  if (!isIdentifier(expression)) return false;
  for (let node: Node = expression; node.parent; node = node.parent) {
    if (
      !isPlainFunction(node) ||
      !node.parameters.some(({ name }) => isIdentifier(name) && name.text === expression.text)
    )
      continue;
    const executor = executorOf(parentBeyondParentheses(node));
    return (
      executor?.function === node && [executor.resolve, executor.reject].some(name => name?.text === expression.text)
    );
  }
  return false;
}

/** `source.then(…).catch(…)`, as a whole. */
export interface Chain {
  /** What the first `then`, `catch` or `finally` is called on. */
  readonly source: Expression;
  /** Whether some link looks at rejections. */
  readonly handlesRejections: boolean;
}

/** Reads an expression as a chain of `then`, `catch` and `finally`; `undefined` for one without links. */
export function chainOf(expression: Expression): Chain | undefined {
  let source = withoutParentheses(expression);
  let handlesRejections = false;
  for (;;) {
    const link = isCallExpression(source) ? chainCall(source) : undefined;
    if (!link) return source === withoutParentheses(expression) ? undefined : { source, handlesRejections };
    handlesRejections ||= link.onRejected !== undefined;
    source = withoutParentheses(link.promise);
  }
}

/** The one expression that an executor consists of. */
export function onlyExpression({ function: { body } }: Executor): Expression | undefined {
  if (!isBlock(body)) return body as Expression;
  const [statement, ...others] = body.statements;
  if (!statement || others.length > 0) return undefined;
  return isExpressionStatement(statement) || isReturnStatement(statement) ? statement.expression : undefined;
}
