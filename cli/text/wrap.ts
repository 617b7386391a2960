/** Characters in a line where nobody says how many there are. */
export const USUAL_WIDTH = 100;

/** Between words, but not between a number and its unit. */
const BREAKS = / (?!(?:µs|ms|s|min)\b)/;

/** Words in lines no longer than `width`, each behind `indent`. A longer word has a line of its own. */
export function wrapped(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAKS)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}
