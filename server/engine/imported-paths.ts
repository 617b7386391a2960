/** What in a file makes the compiler look for others on the disk. */

import { hash } from 'node:crypto';
import { SyntaxKind, type Node, type SourceFile } from '../syntax/ast.ts';

/** Two hashes. In a form that JSON can keep. */
export interface ImportedPaths {
  /** Of all that the compiler goes by. While it is the same, the file leads to the same looks at the disk. */
  readonly exact: string;
  /** Of what is imported, in whichever way. It can be guessed from the text alone. */
  readonly names: string;
}

/** What of a file's text decides where the compiler looks for others. */
export function importedPathsOf(source: SourceFile): ImportedPaths {
  const { text, imports, moduleAugmentations, statements } = source;
  // `declare global` has a name without quotes, and leads nowhere.
  const specifiers = [...imports, ...moduleAugmentations.filter(({ kind }) => kind !== SyntaxKind.Identifier)];
  const ways = specifiers.map(specifier => {
    const { parent } = specifier;
    const around = parent.kind === SyntaxKind.LiteralType ? parent.parent : parent;
    return [around.kind, specifier.getText(), text.slice(specifier.end, around.end)].join(' ');
  });
  // Directives stand above all statements.
  const head = text.slice(0, statements[0]?.getStart() ?? text.length);
  const directives = /@|\/\/\//.test(head) ? head : '';
  return { exact: hashOf([directives, ...ways]), names: hashOfNames(specifiers.map(nameIn)) };
}

/** Without its quotes. */
const nameIn = (specifier: Node): string => specifier.getText().slice(1, -1);

const WAYS = [
  String.raw`^\s*(?:import|export)\b[^'"\`;=()]*?\bfrom\s*`,
  String.raw`^\s*import\s*`,
  String.raw`^\s*(?:export\s+)?import\s+(?:type\s+)?[\w$]+\s*=\s*require\s*\(\s*`,
  String.raw`^\s*declare\s+module\s+`,
  String.raw`\bimport\s*\(\s*`,
];
const IMPORT = new RegExp(`(?:${WAYS.join('|')})(?:"([^"\\\\\\n]+)"|'([^'\\\\\\n]+)')`, 'gm');

/** What `names` most likely is for a file in TypeScript: a remark may read like an import. */
export const guessedNames = (text: string): string =>
  hashOfNames(Array.from(text.matchAll(IMPORT), ([, double, single]) => double ?? single!));

const hashOfNames = (names: readonly string[]): string => hashOf([...new Set(names)].toSorted());

const hashOf = (lines: readonly string[]): string => hash('sha256', lines.join('\n'), 'base64').slice(0, 16);
