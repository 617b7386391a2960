/** Wraps the statements of a block into `try`. */

import { isTemplateLiteral, SyntaxKind, type Node } from '../syntax/ast.ts';
import { insertAt, type DraftEdit } from './draft.ts';
import { styleOf } from './style.ts';

/**
 * Puts a `try` around what is in a block. Its lines are indented, but for those inside template literals, whose
 * blanks count.
 * @param handling what is done about the `error`, without a semicolon
 */
export function tryAround(block: Node, handling: string): DraftEdit[] {
  const { text } = block.getSourceFile();
  const start = block.getStart();
  const lines = lineStarts(text, start, block.end);
  const { step, semicolon } = styleOf(block);
  const handled = `${handling}${semicolon}`;
  if (lines.length === 0) {
    return [insertAt(block, start + 1, ' try {'), insertAt(block, block.end - 1, `} catch (error) { ${handled} } `)];
  }
  const blanksAt = (offset: number): string => /^[ \t]*/.exec(text.slice(offset, block.end))![0];
  const indent = blanksAt(lines.at(-1)!);
  const isEmpty = (line: number): boolean => /^\s*?\n/.test(text.slice(line, block.end));
  const inner = lines.slice(0, -1).filter(line => !isEmpty(line) && !isInTemplate(block, line));
  return [
    insertAt(block, start + 1, `\n${indent}${step}try {`),
    ...inner.map(line => insertAt(block, line, step)),
    insertAt(
      block,
      block.end - 1,
      `${step}} catch (error) {\n${indent}${step}${step}${handled}\n${indent}${step}}\n${indent}`,
    ),
  ];
}

/** The offsets between two at which lines begin. */
export function lineStarts(text: string, start: number, end: number): number[] {
  return Array.from(text.slice(start, end).matchAll(/\n/g), ({ index }) => start + index + 1);
}

/** Whether the blanks at an offset mean something. */
export function isInTemplate(block: Node, offset: number): boolean {
  const search = (node: Node): true | undefined => {
    if (offset <= node.getStart() || node.end <= offset) return undefined;
    return isTemplateLiteral(node) || node.kind === SyntaxKind.JsxText ? true : node.forEachChild(search);
  };
  return search(block) ?? false;
}
