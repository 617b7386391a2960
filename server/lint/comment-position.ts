/** Tells comments from text that only looks like them, by the syntax tree. */

import { skipTrivia, SyntaxKind, type Node, type SourceFile } from '../syntax/ast.ts';

/** Tokens whose text may hold anything, also `//`. */
const FREE_TEXT: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
  SyntaxKind.RegularExpressionLiteral,
  SyntaxKind.JsxText,
]);

/** Where a piece of text stands: in a token, or at `gap`, the start of the punctuation and blanks around it. */
export type Position =
  | { readonly kind: 'in token'; readonly token: Node }
  | { readonly kind: 'between'; readonly gap: number; readonly parent: Node };

/** What stands at an offset, in UTF-16 code units. */
export function positionOf(source: SourceFile, offset: number): Position {
  let parent: Node = source;
  let gap = 0;
  for (;;) {
    const children = childrenOf(parent);
    const inner = children.find(child => child.pos <= offset && offset < child.end);
    gap = Math.max(gap, parent.pos, ...children.filter(child => child.end <= offset).map(child => child.end));
    if (inner === undefined) return { kind: 'between', gap, parent };
    if (FREE_TEXT.has(inner.kind) && offset >= startOfToken(source, inner)) return { kind: 'in token', token: inner };
    parent = inner;
  }
}

/** Whether the `//` or `/*` at `offset` begins a comment, and is not itself part of one. */
export function startsComment(source: SourceFile, offset: number): boolean {
  const position = positionOf(source, offset);
  if (position.kind === 'in token') return false;
  for (let start = position.gap; ; start = commentEnd(source.text, start)) {
    const opener = /\/[/*]/g;
    opener.lastIndex = start;
    start = opener.exec(source.text)?.index ?? Infinity;
    if (start >= offset) return start === offset;
  }
}

/** The offset after the comment that begins at `start`; a line comment ends before its line break. */
export function commentEnd(text: string, start: number): number {
  const isLine = text.startsWith('//', start);
  const end = isLine ? text.slice(start).search(/[\n\r\u2028\u2029]/) : text.indexOf('*/', start + 2);
  if (end < 0) return text.length;
  return isLine ? start + end : end + 2;
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  node.forEachChild(child => {
    children.push(child);
  });
  return children;
}

const startOfToken = (source: SourceFile, token: Node): number =>
  token.kind === SyntaxKind.JsxText ? token.pos : skipTrivia(source.text, token.pos);
