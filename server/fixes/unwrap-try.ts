/** Takes a `try` away whose `catch` does nothing. */

import type { Block, TryStatement } from '../syntax/ast.ts';
import type { DraftEdit } from './draft.ts';
import { styleOf } from './style.ts';
import { isInTemplate, lineStarts } from './try-around.ts';

/**
 * Leaves what is in the `try` block, one step further out.
 * @param others edits inside of it: lines that they take away are left to them
 */
export function unwrapTry(statement: TryStatement, others: readonly DraftEdit[]): readonly DraftEdit[] {
  const { fileName: file, text } = statement.getSourceFile();
  const { tryBlock } = statement;
  const inside = text.slice(tryBlock.getStart() + 1, tryBlock.end - 1);
  const from = tryBlock.getStart() + 1 + inside.length - inside.trimStart().length;
  const to = tryBlock.end - 1 - (inside.length - inside.trimEnd().length);
  return [
    { file, start: statement.getStart(), end: from, text: '' },
    ...dedents(tryBlock, from, to).filter(({ start, end }) => !others.some(one => one.start < end && start < one.end)),
    { file, start: to, end: statement.end, text: '' },
  ];
}

function dedents(block: Block, from: number, to: number): readonly DraftEdit[] {
  const { fileName: file, text } = block.getSourceFile();
  const { step } = styleOf(block);
  const starts = lineStarts(text, from, to).filter(line => text.startsWith(step, line) && !isInTemplate(block, line));
  return starts.map(start => ({ file, start, end: start + step.length, text: '' }));
}
