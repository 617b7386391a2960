/**
 * How a file is written: what a fix adds looks like what stands there. Line ends are seen to where fixes are placed.
 */

import {
  isExpressionStatement,
  isImportDeclaration,
  isStringLiteral,
  isVariableStatement,
  type Node,
  type SourceFile,
} from '../syntax/ast.ts';

export interface Style {
  /** One step of indentation. */
  readonly step: string;
  /** What ends a statement. */
  readonly semicolon: ';' | '';
  readonly quote: "'" | '"';
}

/** How the file of a node is written. */
export function styleOf(node: Node): Style {
  const source = node.getSourceFile();
  return { step: stepOf(source.text), semicolon: semicolonIn(source), quote: quoteIn(source) };
}

/** The blanks at the start of the line that a node begins on. */
export function indentOf(node: Node): string {
  const { text } = node.getSourceFile();
  const start = text.lastIndexOf('\n', node.getStart() - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))![0];
}

/** The offset at which a line can be put above a statement and the comments that belong to it. */
export function startWithComments(statement: Node): number {
  const { text } = statement.getSourceFile();
  // What stands in the line of the token before belongs to that.
  const above = /\n\s*(?=\S)/.exec(text.slice(statement.pos, statement.getStart() + 1));
  return above ? statement.pos + above.index + above[0].length : statement.getStart();
}

/** As the first indented line has it. Of comments the lines begin with one blank. */
const stepOf = (text: string): string => /^(?:\t| {2,8})(?=\S)/m.exec(text)?.[0] ?? '  ';

function semicolonIn({ statements }: SourceFile): Style['semicolon'] {
  const ended = statements.filter(
    one => isImportDeclaration(one) || isVariableStatement(one) || isExpressionStatement(one),
  );
  return ended.length === 0 || ended.some(one => one.getText().endsWith(';')) ? ';' : '';
}

function quoteIn({ statements }: SourceFile): Style['quote'] {
  const first = statements.find(isImportDeclaration)?.moduleSpecifier;
  return first && isStringLiteral(first) && first.getText().startsWith('"') ? '"' : "'";
}
