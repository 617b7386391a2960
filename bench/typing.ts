/** Somebody types a statement into a file, one character after the other, here and there. */

import type { Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The latter breaks the text until it is there in full. */
const TYPED = [' void later(1);', ' if (f(`a`)) { g("b"); }'];

/** A change of the document; it has been made in the document already. */
export interface Keystroke {
  readonly range: Range;
  readonly text: string;
}

/** Types at the ends of indented statements spread over the file; what was typed in one place is then taken away. */
export function* keystrokes(document: TextDocument, count: number): Generator<Keystroke> {
  const places = [...document.getText().matchAll(/^[ \t]+\S.*;$/gm)].map(({ index, 0: line }) => index + line.length);
  if (places.length === 0) throw new Error(`${document.uri} has no indented statement to type after.`);
  const rounds = Math.ceil(count / (TYPED.join('').length / TYPED.length + 1));
  let made = 0;
  for (let round = 0; round < rounds; round++) {
    const start = places[Math.floor(((round + 0.5) * places.length) / rounds)]!;
    const text = TYPED[round % TYPED.length]!;
    for (let typed = 0; typed <= text.length && made < count; typed++, made++) {
      const end = start + typed;
      yield typed === text.length ? change(document, start, end, '') : change(document, end, end, text[typed]!);
    }
  }
}

/** Replaces what is between two offsets. */
export function change(document: TextDocument, start: number, end: number, text: string): Keystroke {
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  TextDocument.update(document, [{ range, text }], document.version + 1);
  return { range, text };
}
