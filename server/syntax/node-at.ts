/** From places in a text to nodes. */

import type { Node, SourceFile } from './ast.ts';

/** The innermost node whose own text, without the blanks before it, covers a stretch of the file. */
export function nodeCovering(source: SourceFile, start: number, end: number): Node {
  let found: Node = source;
  for (;;) {
    const inner: Node | undefined = found.forEachChild(child =>
      child.pos <= start && end <= child.end && child.getStart() <= start ? child : undefined,
    );
    if (inner === undefined) return found;
    found = inner;
  }
}
