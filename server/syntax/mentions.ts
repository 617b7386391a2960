/** What code speaks of, whichever scope it is from. */

import { isIdentifier, type Node } from './ast.ts';

/** Whether some identifier in it has one of these names. */
export const mentions = (node: Node, names: ReadonlySet<string>): boolean =>
  holds(node, it => isIdentifier(it) && names.has(it.text));

/** Whether it is what is wanted, or something below it is. */
export function holds(node: Node, wanted: (node: Node) => boolean): boolean {
  return wanted(node) || node.forEachChild(child => holds(child, wanted) || undefined) === true;
}

/** The names in a pattern, or an expression. */
export function namesIn(node: Node): ReadonlySet<string> {
  const names = new Set<string>();
  holds(node, it => {
    if (isIdentifier(it)) names.add(it.text);
    return false;
  });
  return names;
}
