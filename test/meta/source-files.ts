/** What the tests of our own code look at. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Engine } from '../../server/engine/engine.ts';
import type { SourceFile } from '../../server/syntax/ast.ts';

/** The folders of what is shipped, and of what develops it. */
export const OWN_FOLDERS = [
  'shared',
  'server',
  'shim',
  'trace',
  'trace-host',
  'store',
  'webview',
  'client',
  'cli',
  'scripts',
  'bench',
];

/** TypeScript files in these folders and below them, relative to the repository, with forward slashes. */
export function sourceFiles(...folders: string[]): string[] {
  return folders.flatMap(folder => {
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name));
    return names.map(name => `${folder}/${name.replaceAll('\\', '/')}`).sort();
  });
}

/** What `look` finds in each of these files, by the compiler's own syntax trees. */
export function inSyntax<T>(files: readonly string[], look: (source: SourceFile) => readonly T[]): T[] {
  const paths = files.map(file => resolve(file).replaceAll('\\', '/'));
  const host = { started: () => undefined, checkpoint: () => undefined, log: () => undefined };
  const engine = new Engine(process.cwd(), 'run', host);
  try {
    const projectOf = engine.locate(paths);
    return engine.use(snapshot =>
      paths.flatMap(file => {
        const project = projectOf.get(file);
        const program = project === undefined ? snapshot.programOfLoose(file) : snapshot.programOf(project);
        const source = program?.sourceFile(file);
        assert.ok(source, `${file} is not in ${project}`);
        return look(source);
      }),
    );
  } finally {
    engine.dispose();
  }
}
