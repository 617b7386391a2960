/** What can be said of an expression by its form. */

import type { AnyNode } from 'acorn';
import type { FunctionNode } from './parse.ts';
import { childrenOf, isFunction } from './parse.ts';

const NEVER_PROMISE = new Set<AnyNode['type']>([
  'Literal',
  'ThisExpression',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'TemplateLiteral',
  'BinaryExpression',
  'UnaryExpression',
  'UpdateExpression',
  'ObjectExpression',
  'ArrayExpression',
]);

/** Whether the value of an expression is surely no promise; what has been awaited is none. */
export const isNoPromise = ({ type }: AnyNode): boolean => NEVER_PROMISE.has(type) || type === 'AwaitExpression';

/** The calls in the expression of a statement whose values nobody keeps, each with all that stands around it. */
export function* discardedCalls(node: AnyNode, around = node): Generator<{ call: AnyNode; around: AnyNode }> {
  switch (node.type) {
    case 'CallExpression':
      if (node.callee.type !== 'Super') yield { call: node, around };
      return;
    case 'ChainExpression':
      if (node.expression.type === 'CallExpression') yield { call: node, around };
      return;
    case 'UnaryExpression':
      if (node.operator === 'void') yield* discardedCalls(node.argument, around);
      return;
    case 'SequenceExpression':
      for (const part of node.expressions) yield* discardedCalls(part);
      return;
    case 'LogicalExpression':
      return yield* discardedCalls(node.right);
    case 'ConditionalExpression':
      yield* discardedCalls(node.consequent);
      return yield* discardedCalls(node.alternate);
  }
}

/** The default values among a function's parameters that may run code. */
export const runningDefaults = ({ params }: FunctionNode): AnyNode[] => params.flatMap(defaultsIn);

function defaultsIn(pattern: AnyNode): AnyNode[] {
  if (isFunction(pattern)) return [];
  const deeper = [...childrenOf(pattern)].flatMap(defaultsIn);
  if (pattern.type !== 'AssignmentPattern') return deeper;
  const { right } = pattern;
  return right.type === 'Literal' || right.type === 'Identifier' || isFunction(right) ? deeper : [right, ...deeper];
}
