/** The methods by which listeners are added, and those that look for the very function that was added. */

import { isCallExpression, type Node } from './ast.ts';
import { calleeName, withoutParentheses } from './expressions.ts';

/** Of Node's emitters. */
export const LISTENING: ReadonlySet<string> = new Set([
  'addListener',
  'on',
  'once',
  'prependListener',
  'prependOnceListener',
]);

export const REMOVING: ReadonlySet<string> = new Set(['off', 'removeEventListener', 'removeListener']);

/** Whether a call begins to listen to something, by its name. */
export const addsListener = (node: Node): boolean => {
  const name = calledName(node);
  return name !== undefined && (LISTENING.has(name) || name === 'addEventListener');
};

/** Whether a call ends that, by its name. */
export const removesListener = (node: Node): boolean => REMOVING.has(calledName(node) ?? '');

function calledName(node: Node): string | undefined {
  const callee = isCallExpression(node) ? withoutParentheses(node.expression) : undefined;
  return callee && calleeName(callee);
}
