/** How far the code reaches that begins at a place, as far as its line tells. */

const OPENING = '([{';
const CLOSING = ')]}';

/**
 * The character, exclusive, at which a mark under the code ends: before a function's body, a statement's end, a comment
 * or a bracket that closes what is around it. At least one character is marked.
 * @param line the text of the line
 */
export function endOfCode(line: string, character: number): number {
  let depth = 0;
  let at = character;
  for (; at < line.length; at++) {
    const sign = line[at]!;
    if (depth === 0 && (sign === ';' || sign === ',' || line.startsWith('//', at))) break;
    // A body, not an object: those are arguments, or come first.
    if (depth === 0 && sign === '{' && /[\w)>]\s*$/.test(line.slice(character, at))) break;
    if (OPENING.includes(sign)) depth++;
    if (CLOSING.includes(sign) && --depth < 0) break;
  }
  return Math.max(character + 1, character + line.slice(character, at).trimEnd().length);
}
