/** What compilers call where the language has gone further than their target: TypeScript, also by `tslib`, and esbuild. */

import type { AnyNode } from 'acorn';

const HELPERS = {
  /** Drives a generator that was an async function. */
  drive: /^(?:__awaiter|__async)\d*$/,
  /** Disposes of what a block has declared by `await using`. */
  dispose: /^(?:__disposeResources|__callDispose)\d*$/,
} as const;

export const isHelperCall = (node: AnyNode | null | undefined, helper: keyof typeof HELPERS): boolean =>
  node?.type === 'CallExpression' && HELPERS[helper].test(calledName(node.callee));

/** `f` of `f()`, `x.f()` and `(0, x.f)()`. */
function calledName(callee: AnyNode): string {
  if (callee.type === 'SequenceExpression') return calledName(callee.expressions.at(-1)!);
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return name.type === 'Identifier' ? name.name : '';
}
