/** Takes an `await` away without changing what the code around it means to the parser. */

import type { AwaitExpression, Node } from '../syntax/ast.ts';
import { beginsAfterOpenStatement, beginsWith } from '../syntax/statements.ts';
import { insertAfter, insertBefore, type DraftEdit } from './draft.ts';

/** `undefined` where the code would be read as something else without the `await`. */
export function removeAwait(node: AwaitExpression): DraftEdit[] | undefined {
  const keyword = removeAwaitKeyword(node, node.getStart());
  const operand = node.expression;
  const text = operand.getText();
  const holder = beginsWith(node);
  const isDeclarationLike = holder !== undefined && BEGINS_A_DECLARATION.test(text);
  const isContinuation = beginsAfterOpenStatement(node);
  if (!keyword || (isContinuation && (isDeclarationLike || CONTINUES_A_LINE.test(text)))) return undefined;
  if (/[+-]/.test(node.getSourceFile().text[node.getStart() - 1] ?? '') && /^[+-]/.test(text)) return undefined;
  return isDeclarationLike ? [keyword, insertBefore(operand, '('), insertAfter(operand, ')')] : [keyword];
}

/**
 * Deletes the `await` that stands at an offset within `node`, and the blanks after it. `undefined` where a
 * comment and a line end follow: what comes after `return`, for one, has to begin in its line.
 */
export function removeAwaitKeyword(node: Node, start: number): DraftEdit | undefined {
  const file = node.getSourceFile();
  const end = start + 'await'.length;
  const [blanks] = /^\s*/.exec(file.text.slice(end, node.end))!;
  const [between] = /^(?:\s|\/\/.*|\/\*[^]*?\*\/)*/.exec(file.text.slice(end, node.end))!;
  if (between !== blanks && /[\n\r\u2028\u2029]/.test(between)) return undefined;
  return { file: file.fileName, start, end: end + blanks.length, text: '' };
}

const BEGINS_A_DECLARATION = /^(?:\{|function\b|async\s+function\b|class\b|let\s*\[)/;
const CONTINUES_A_LINE = /^[([`/+-]/;
