/** What a module imports, and what those that import it can know of it. */

import type { SourceFile } from '../syntax/ast.ts';
import { outlineOf, type Outline } from './outline.ts';
import type { Program } from './program.ts';
import { ask, type Asking } from './questions.ts';

export interface Module {
  /** The files that its imports were resolved to. */
  readonly imports: readonly string[];
  readonly outline: Outline;
  /** `undefined` for a module that is as it was when it was found before. */
  readonly text: string | undefined;
}

/** Files that the compiler imports by itself wherever there is JSX. */
const JSX_RUNTIME = /\/jsx(?:-dev)?-runtime\.[cm]?[jt]sx?$/;

/**
 * Those of `files` that are modules. A file that is left out, such as a script or one that augments another
 * module, may mean something to all files of the program.
 */
export function modulesOf(program: Program, files: readonly string[]): Map<string, Module> {
  const sources = files.flatMap(file => {
    const source = program.sourceFile(file);
    return source && isPlainModule(source) ? [source] : [];
  });
  const names = new Map(program.files.map(file => [file.toLowerCase(), file]));
  const known = new Set(program.files);
  // Where the file system ignores case, the compiler says where a declaration stands in lower case.
  const nameOf = (file: string) => (known.has(file) ? file : (names.get(file.toLowerCase()) ?? file));

  const found = sources.map(source => ({ source, imports: new Set<string>() }));
  program.run(found.flatMap(({ source, imports }) => source.imports.map(specifier => resolve(specifier, imports))));
  return new Map(
    found.map(({ source, imports }) => [
      source.fileName,
      { imports: [...imports].map(nameOf).toSorted(), outline: outlineOf(source), text: source.text },
    ]),
  );
}

function* resolve(specifier: SourceFile['imports'][number], found: Set<string>): Asking<void> {
  const symbol = yield* ask('symbolAt', specifier);
  for (const { file } of symbol?.declarations ?? []) found.add(file);
}

function isPlainModule(source: SourceFile): boolean {
  return (
    source.externalModuleIndicator !== undefined &&
    source.moduleAugmentations.length === 0 &&
    source.ambientModuleNames.length === 0 &&
    !JSX_RUNTIME.test(source.fileName)
  );
}
