/** Somebody changes a function that many files use, while one of these is open beside it. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { change, type Keystroke } from './typing.ts';

/** A function of one file that another one calls, and throws away what it returns. */
export interface WideUse {
  readonly imported: string;
  readonly dependent: string;
  readonly called: string;
}

/** An edit after which the dependent file has other findings, or one after which it has the same. */
export type Effect = 'other findings' | 'same findings';

const CANDIDATES = 100;

/** Found by names, in the file that most others import; of the files that use it, the largest. */
export function findWideUse(files: readonly string[]): WideUse {
  const texts = new Map(files.map(file => [file, readFileSync(file, 'utf8')]));
  const bySize = files.toSorted((a, b) => texts.get(b)!.length - texts.get(a)!.length);
  for (const imported of mostImported(texts).slice(0, CANDIDATES)) {
    for (const [, called] of texts.get(imported)!.matchAll(EXPORTED)) {
      const uses = usesOf(called!, imported);
      const dependent = bySize.find(file => file !== imported && uses.every(use => use.test(texts.get(file)!)));
      if (dependent !== undefined) return { imported, dependent, called: called! };
    }
  }
  throw new Error('No function was found that is exported and called elsewhere as a statement.');
}

/** What it returns is left to the compiler, so that it may become a promise. */
const EXPORTED = /^export function (\w+)\([^()\n]*\) \{$/gm;

const moduleName = (file: string): string => basename(file).replace(/\.tsx?$/, '');

function usesOf(called: string, imported: string): readonly RegExp[] {
  const bindings = `import [^;]*\\b${called}\\b[^;]*from '[^']*\\b${moduleName(imported)}'`;
  return [new RegExp(bindings), new RegExp(`^[ \\t]+${called}\\([^\\n]*\\);$`, 'm')];
}

/** By the names that end their paths, which is right for most. */
export function mostImported(texts: ReadonlyMap<string, string>): string[] {
  const counts = new Map<string, number>();
  for (const text of texts.values()) {
    for (const [, name] of text.matchAll(/ from '(?:[^'\n]*\/)?([^'\n/]+)'/g))
      counts.set(name!, (counts.get(name!) ?? 0) + 1);
  }
  const count = (file: string) => counts.get(moduleName(file)) ?? 0;
  return [...texts.keys()].toSorted((a, b) => count(b) - count(a));
}

/**
 * Changes what the function returns, or a parameter and the body only, and takes that back again in the next step.
 * Each change has been made in the document already.
 */
export function* wideEdits(
  document: TextDocument,
  called: string,
  effect: Effect,
  count: number,
): Generator<Keystroke> {
  const before = document.getText();
  const [line] = new RegExp(`^export function ${called}\\(.*$`, 'm').exec(before)!;
  const start = before.indexOf(line);
  const changed =
    effect === 'other findings'
      ? `${line.replace('function', 'async function')} await undefined;`
      : `${line.replace(/(\w[^()]*)?\) \{$/, (_, others = '') => `${others && `${others}, `}added?: number) {`)} void added;`;
  let now = line;
  for (let made = 0; made < count; made++) {
    const next = now === line ? changed : line;
    yield change(document, start, start + now.length, next);
    now = next;
  }
}
