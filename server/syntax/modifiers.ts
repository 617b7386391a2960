/** Keywords before a declaration, such as `export`, `async` and `static`. */

import type { Node, SyntaxKind } from './ast.ts';

/** The keyword of this kind before a declaration; `undefined` where it has none. */
export function modifierOf(node: Node, kind: SyntaxKind): Node | undefined {
  const { modifiers } = node as Node & { readonly modifiers?: readonly Node[] };
  return modifiers?.find(one => one.kind === kind);
}

/** Whether a declaration has the keyword of this kind before it. */
export const hasModifier = (node: Node, kind: SyntaxKind): boolean => modifierOf(node, kind) !== undefined;
