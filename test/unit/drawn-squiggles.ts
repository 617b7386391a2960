/**
 * Findings drawn into the program that they are about, as comments below the lines:
 *
 *     save();
 *     //^^^^^ error: This promise floats …
 *
 * Carets that follow `//` at once begin where the comment does; others stand below their code. Three dots
 * after the carets say that the finding goes on in the next lines. The text is the message's first sentence.
 */

import type { Finding } from '../../shared/finding.ts';

const DRAWN = /^\s*\/\/ *\^+/;

/** The program without squiggles. */
export function erase(text: string): string {
  return text
    .split('\n')
    .filter(line => !DRAWN.test(line))
    .join('\n');
}

/** The program with squiggles for these findings, whose places are those of `text`. */
export function draw(text: string, findings: readonly Finding[]): string {
  return text
    .split('\n')
    .flatMap((line, number) => [
      line,
      ...findings.filter(({ span }) => span.start.line === number).map(finding => squiggle(line, finding)),
    ])
    .join('\n');
}

function squiggle(line: string, { span, severity, message }: Finding): string {
  const start = span.start.character;
  const goesOn = span.end.line > span.start.line;
  const carets = '^'.repeat(Math.max((goesOn ? line.length : span.end.character) - start, 1));
  const indent = /^\s*/.exec(line)![0].length;
  const drawn =
    start < indent + 3
      ? `${' '.repeat(start)}//${carets.slice(2) || '^'}`
      : `${' '.repeat(indent)}//${' '.repeat(start - indent - 2)}${carets}`;
  return `${drawn}${goesOn ? '...' : ''} ${severity}: ${/^.*?\.(?= |$)/.exec(message)![0]}`;
}
