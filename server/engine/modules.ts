/** What a source file imports, and what others can know of it. */

import { dirname } from 'node:path/posix';
import {
  isExportAssignment,
  isExportDeclaration,
  isExpressionStatement,
  isModuleDeclaration,
  isNamespaceExportDeclaration,
  isVariableStatement,
  type Node,
  type SourceFile,
  type Statement,
} from '../syntax/ast.ts';
import { wordsOf } from '../syntax/words.ts';
import { hiddenTypesIn } from './hidden-types.ts';
import { importedPathsOf, type ImportedPaths } from './imported-paths.ts';
import { outlineOf, type Outline } from './outline.ts';
import type { Program } from './program.ts';
import { ask, type Asking } from './questions.ts';

export interface Module {
  /** The files that its imports were resolved to, sorted. */
  readonly imports: readonly string[];
  readonly paths: ImportedPaths;
  readonly outline: Outline;
  /**
   * A hash of the types of those functions that the outline has no body of, and that do not say what they return.
   * `undefined` where nobody wanted to know.
   */
  readonly inferred: string | undefined;
  /**
   * Who can know of it: those that import it, or all files of the program. A script is for all, and a module that says
   * something of what is not its own; `self-contained` where that needs nothing that it imports or declares.
   */
  readonly reach: 'importers' | 'all' | 'all, self-contained';
  /** The names of types that it does not export. */
  readonly hidden: readonly string[];
  /** `undefined` for a module that is as it was when it was found before. */
  readonly text: string | undefined;
}

/** Files that the compiler imports by itself wherever there is JSX. */
const JSX_RUNTIME = /\/jsx(?:-dev)?-runtime\.[cm]?[jt]sx?$/;

/** Each of `files` that the program has, without inferred types. */
export function modulesOf(program: Program, files: readonly string[]): Map<string, Module> {
  const sources = files.flatMap(file => program.sourceFile(file) ?? []);
  const names = new Map(program.files.map(file => [file.toLowerCase(), file]));
  const known = new Set(program.files);
  // Where the file system ignores case, the compiler says where a declaration stands in lower case.
  const nameOf = (file: string) => (known.has(file) ? file : (names.get(file.toLowerCase()) ?? file));

  const targets = importsOf(program, sources);
  return new Map(
    sources.map((source, i) => [
      source.fileName,
      {
        imports: [...new Set([...targets[i]!].map(nameOf))].toSorted(),
        paths: importedPathsOf(source),
        outline: outlineOf(source).outline,
        inferred: undefined,
        reach: reachOf(source),
        hidden: hiddenTypesIn(source),
        text: source.text,
      },
    ]),
  );
}

/** The files in which stands what each source imports. */
function importsOf(program: Program, sources: readonly SourceFile[]): Set<string>[] {
  const alike = new Map<string, { readonly specifier: Specifier; readonly found: Set<string> }>();
  const answers = sources.map(source =>
    source.imports.map(specifier => {
      const key = resolutionKey(source, specifier);
      const known = alike.get(key) ?? { specifier, found: new Set<string>() };
      alike.set(key, known);
      return known.found;
    }),
  );
  program.run([...alike.values()].map(({ specifier, found }) => resolve(specifier, found)));
  return answers.map(found => new Set(found.flatMap(files => [...files])));
}

type Specifier = SourceFile['imports'][number];

/** The same for specifiers that are resolved alike: by the folder, and by what imports with which attributes. */
function resolutionKey({ fileName, text }: SourceFile, { parent, pos, end }: Specifier): string {
  const extension = fileName.slice(fileName.lastIndexOf('.'));
  const parts = [dirname(fileName), extension, parent.kind, text.slice(pos, end).trim(), text.slice(end, parent.end)];
  return parts.join('\n');
}

function* resolve(specifier: Specifier, found: Set<string>): Asking<void> {
  const symbol = yield* ask('symbolAt', specifier);
  for (const { file } of symbol?.declarations ?? []) found.add(file);
}

function reachOf(source: SourceFile): Module['reach'] {
  const { externalModuleIndicator, moduleAugmentations, ambientModuleNames, statements, fileName } = source;
  const isModule = externalModuleIndicator !== undefined && ambientModuleNames.length === 0;
  if (!isModule || JSX_RUNTIME.test(fileName) || statements.some(isNamespaceExportDeclaration)) return 'all';
  if (moduleAugmentations.length === 0) return 'importers';
  const declared = statements.flatMap(statement => (isModuleDeclaration(statement) ? [] : namesOf(statement)));
  const own = new Set(['import', ...declared]);
  const others = statements.filter(isModuleDeclaration).flatMap(it => wordsOf(source.text.slice(it.pos, it.end)));
  return others.some(word => own.has(word)) ? 'all' : 'all, self-contained';
}

/** What a statement declares; where that is hard to tell, all words that it may be among. */
function namesOf(statement: Statement): readonly string[] {
  const { text } = statement.getSourceFile();
  const wordsIn = (node: Node) => wordsOf(text.slice(node.pos, node.end));
  if (isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(it => wordsIn(it.name));
  if (isExpressionStatement(statement) || isExportDeclaration(statement) || isExportAssignment(statement)) return [];
  return wordsIn((statement as { readonly name?: Node }).name ?? statement);
}
