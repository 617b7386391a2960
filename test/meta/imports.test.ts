/** Who may import what inside `server/` and `cli/`, beyond what the tsconfig of each folder forbids already. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { sourceFiles } from './source-files.ts';

interface Arrow {
  readonly folders: readonly string[];
  readonly never: RegExp;
  readonly because: string;
}

const LSP = /^vscode/;
const PURE = ['shared', 'trace', 'server/syntax', 'server/facts', 'server/packs', 'server/fixes', 'server/rules'];

/** Imports are package names, or paths relative to the repository. */
const ARROWS: readonly Arrow[] = [
  { folders: PURE, never: /^node:/, because: 'what is known must not depend on where it is asked' },
  { folders: [...PURE, 'server/engine', 'server/lint', 'cli'], never: LSP, because: 'only server/lsp knows LSP' },
  {
    folders: ['server/engine'],
    never: /^server\/(?!engine\/|syntax\/)/,
    because: 'who answers does not know who asks',
  },
  {
    folders: ['server/facts', 'server/packs', 'server/fixes', 'server/rules'],
    never: /^server\/engine\/(?!questions\.ts$)/,
    because: 'facts and rules ask questions; they do not know who answers',
  },
  {
    folders: [
      'shared',
      'server/facts',
      'server/packs',
      'server/fixes',
      'server/rules',
      'server/lint',
      'server/lsp',
      'cli',
      'client',
    ],
    never: /^typescript/,
    because: 'the compiler’s API is unstable: server/engine and server/syntax alone name it',
  },
  {
    folders: ['cli'],
    never: /^(?:shim\/|server\/(?!lint\/))/,
    because: 'of the server it knows the linter, of the shim where it lies',
  },
  {
    folders: ['shim'],
    never: /^(?!shared\/|shim\/|node:|acorn$|@jridgewell\/)/,
    because: 'a guest in a foreign process brings nothing along',
  },
  {
    folders: ['trace-host'],
    never: /^(?!shared\/|trace-host\/|node:)/,
    because: 'editor and command line alike listen by it',
  },
  { folders: ['trace'], never: /^(?!shared\/|trace\/)/, because: 'what a recording means does not depend on who asks' },
  {
    folders: ['client'],
    never: /^(?:server|cli|store|webview)\//,
    because: 'the editor talks to the others by messages',
  },
  {
    folders: ['store'],
    never: /^(?!shared\/|trace\/|trace-host\/|store\/|node:)/,
    because: 'a recording is the same in every editor',
  },
  { folders: ['webview'], never: /^(?!shared\/|webview\/|preact)/, because: 'a page has nothing but what it is told' },
];

const IMPORT = /^(?:(?:import|export)\s[^'";=]*?\sfrom\s|import\s)['"]([^'"]+)|\bimport\(['"]([^'"]+)/gm;

/** What a file imports: packages by name, own files by their path in the repository. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const specifiers = Array.from(text.matchAll(IMPORT), match => match[1] ?? match[2]!);
  return specifiers.map(it => (it.startsWith('.') ? posix.join(posix.dirname(file), it) : it));
}

describe('imports', () => {
  for (const { folders, never, because } of ARROWS) {
    it(`keep away from ${never.source}: ${because}`, () => {
      const files = sourceFiles(...folders);
      assert.notEqual(files.length, 0);
      const wrong = files.flatMap(file =>
        importsOf(file)
          .filter(it => never.test(it))
          .map(it => `${file} imports ${it}`),
      );
      assert.deepEqual(wrong, []);
    });
  }

  it('are seen by these tests', () => {
    const seen = sourceFiles('server/engine', 'server/lsp').flatMap(importsOf);
    for (const expected of [/^typescript\/unstable/, /^node:/, /^vscode-languageserver/, /^shared\//]) {
      assert.ok(
        seen.some(it => expected.test(it)),
        expected.source,
      );
    }
  });
});
