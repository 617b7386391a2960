/** Uses an event before the function that handles it gives control away. */

import type { Asking } from '../engine/questions.ts';
import {
  isBlock,
  isCallExpression,
  isExpressionStatement,
  isIdentifier,
  isPropertyAccessExpression,
  type Block,
  type Node,
  type PropertyAccessExpression,
} from '../syntax/ast.ts';
import type { PlainFunction } from '../syntax/functions.ts';
import { insertAt, type DraftEdit, type FixDraft } from './draft.ts';
import { indentOf, startWithComments, styleOf } from './style.ts';

/** @param suspension what comes before `use`, in the function's own code */
export function* hoistFixes(fn: PlainFunction, use: Node, suspension: Node): Asking<readonly FixDraft[]> {
  if (!fn.body || !isBlock(fn.body) || !isPropertyAccessExpression(use)) return [];
  const before = statementIn(fn.body, suspension);
  if (!before) return [];
  const isCalled = isCallExpression(use.parent) && use.parent.expression === use;
  return isCalled ? callFirst(fn.body, use, before) : readFirst(fn.body, use, before);
}

/** The statement of a block that a node stands in. */
function statementIn(body: Block, node: Node): Node | undefined {
  return body.statements.find(({ pos, end }) => pos <= node.pos && node.end <= end);
}

/** Moves `event.preventDefault();` up, where it is done in any case. */
function callFirst(body: Block, use: PropertyAccessExpression, before: Node): readonly FixDraft[] {
  const statement = use.parent.parent;
  if (!isExpressionStatement(statement) || statement.parent !== body || statement === before) return [];
  const { fileName: file, text } = body.getSourceFile();
  const lineStart = text.lastIndexOf('\n', statement.getStart()) + 1;
  const lineEnd = /^\r?\n/.exec(text.slice(statement.end, statement.end + 2))?.[0];
  const isAlone = text.slice(lineStart, statement.getStart()).trim() === '' && lineEnd !== undefined;
  const removed: DraftEdit = isAlone
    ? { file, start: lineStart, end: statement.end + lineEnd.length, text: '' }
    : { file, start: statement.getStart(), end: statement.end, text: '' };
  const edits = [insertAt(before, startWithComments(before), statement.getText() + newLine(before)), removed];
  return [{ title: 'Call it before the `await`', kind: 'suggestion', proof: 'type-check', edits }];
}

/** `event.currentTarget` becomes `currentTarget`, read before. */
function readFirst(body: Block, use: PropertyAccessExpression, before: Node): readonly FixDraft[] {
  const { text } = use.name;
  if (!isIdentifier(use.expression) || new RegExp(`(?<![.\\w$])${text}\\b`).test(body.getText())) return [];
  const read = `const { ${text} } = ${use.expression.text}${styleOf(body).semicolon}${newLine(before)}`;
  const { fileName: file } = body.getSourceFile();
  const edits = [
    insertAt(before, startWithComments(before), read),
    { file, start: use.getStart(), end: use.end, text },
  ];
  return [{ title: 'Read it before the `await`', kind: 'suggestion', proof: 'type-check', edits }];
}

/** A line break, and the blanks that stand before a statement. */
function newLine(statement: Node): string {
  return `\n${indentOf(statement)}`;
}
