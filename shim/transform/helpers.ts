/**
 * What compilers call where the language has gone further than their target: TypeScript, also by `tslib`, and esbuild.
 */

import type { AnyNode } from 'acorn';

const HELPERS = {
  /** Drives a generator that was an async function. */
  drive: /^(?:__awaiter|__async)\d*$/,
  /** Drives a generator that was an async generator. */
  driveGenerator: /^__asyncGenerator\d*$/,
  /** Tells such a driver to wait, and not to hand out the value. */
  await: /^__await\d*$/,
  /** Makes what such a generator passes on, of an iterator or an iterable. */
  delegate: /^__asyncDelegator\d*$/,
  delegateAll: /^__yieldStar\d*$/,
  /** Disposes of what a block has declared by `await using`. */
  dispose: /^(?:__disposeResources|__callDispose)\d*$/,
} as const;

export const isHelperCall = (node: AnyNode | null | undefined, helper: keyof typeof HELPERS): boolean =>
  (node?.type === 'CallExpression' || node?.type === 'NewExpression') && HELPERS[helper].test(calledName(node.callee));

/** `f` of `f()`, `new f()`, `x.f()` and `(0, x.f)()`. */
function calledName(callee: AnyNode): string {
  if (callee.type === 'SequenceExpression') return calledName(callee.expressions.at(-1)!);
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return name.type === 'Identifier' ? name.name : '';
}
