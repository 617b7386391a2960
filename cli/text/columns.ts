/** Tables for terminals. */

/** On which side texts are aligned. */
export type Column = 'left' | 'right';

/** Between columns. */
export const GAP = '  ';

/** However narrow the terminal is, names can be told apart. */
export const NARROWEST = 24;

/**
 * A line for each row. Columns are as wide as their widest text; the last one has what is left of `width`, and what is
 * longer is cut in the middle, where paths have least to say.
 */
export function inColumns(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const widths = columns.map((_, at) => rows.reduce((widest, row) => Math.max(widest, row[at]!.length), 0));
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + GAP.length, 0);
  const left = Math.max(NARROWEST, width - before);
  return rows.map(row => {
    const cells = row.slice(0, -1).map((text, at) => padded(text, widths[at]!, columns[at]!));
    return [...cells, shortened(row.at(-1)!, left)].join(GAP).trimEnd();
  });
}

const padded = (text: string, width: number, side: Column): string =>
  side === 'right' ? text.padStart(width) : text.padEnd(width);

/** `text` in at most `width` characters, without its middle if need be. */
export function shortened(text: string, width: number): string {
  if (text.length <= width) return text;
  const head = Math.floor((width - 1) / 2);
  return `${text.slice(0, head)}…${text.slice(text.length - (width - 1 - head))}`;
}
