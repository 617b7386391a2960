/** Whether a file is written in TypeScript, and whether the compiler itself reports type errors in it. */

import type { SourceFile } from './ast.ts';

/** Whether types may be written in a file, by its name. */
export const isTypeScript = ({ fileName }: Pick<SourceFile, 'fileName'>): boolean => /\.[cm]?tsx?$/.test(fileName);

const DIRECTIVE = /^\s*\/\/+\s*@ts-(check|nocheck)\b/;

/**
 * TypeScript is checked unless a comment at its top says `@ts-nocheck`; JavaScript is not, unless one says
 * `@ts-check`. JavaScript that a tsconfig checks (`checkJs`) counts as unchecked.
 */
export function isTypeChecked(file: SourceFile): boolean {
  for (const line of file.text.split('\n')) {
    const directive = DIRECTIVE.exec(line)?.[1];
    if (directive) return directive === 'check';
    if (line.trim() !== '' && !/^\s*(?:\/\/|\/\*|\*|#!)/.test(line)) break;
  }
  return isTypeScript(file);
}
