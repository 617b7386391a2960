/** The lines of a file around a finding, with carets under it. */

import type { Span } from '../../shared/finding.ts';
import type { Paint } from './paint.ts';

const LINES_AROUND = 1;
/** A finding over many lines is shown by its first ones. */
const LINES_MARKED = 4;
const TAB = '  ';

export function codeFrame(text: string, { start, end }: Span, paint: Paint): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const lastMarked = Math.min(end.line, start.line + LINES_MARKED - 1);
  const first = Math.max(0, start.line - LINES_AROUND);
  const last = Math.min(lines.length - 1, lastMarked + LINES_AROUND);
  const width = String(last + 1).length;

  const gutter = (content: string, mark: string) =>
    `${paint.error(mark)} ${paint.faint(`${content.padStart(width)} │`)}`;
  const frame: string[] = [];
  for (let line = first; line <= last; line++) {
    const code = lines[line] ?? '';
    const marked = line >= start.line && line <= lastMarked;
    frame.push(`${gutter(String(line + 1), marked ? '>' : ' ')} ${code.replaceAll('\t', TAB)}`.trimEnd());
    if (!marked) continue;
    const from = line === start.line ? start.character : code.search(/\S|$/);
    const to = line === end.line ? end.character : code.length;
    const indent = code.slice(0, from).replaceAll('\t', TAB).replaceAll(/[^ ]/g, ' ');
    const carets = '^'.repeat(Math.max(1, code.slice(from, to).replaceAll('\t', TAB).length));
    frame.push(`${gutter('', ' ')} ${indent}${paint.error(carets)}`);
  }
  return frame.join('\n');
}
