/** Searches packages for what blocks, in a program that is made of their JavaScript. */

import { join } from 'node:path/posix';
import { CompilerUnavailable, Engine, type EngineHost } from '../../engine/engine.ts';
import type { Program } from '../../engine/program.ts';
import type { Witness } from '../../engine/witness.ts';
import type { BlockingKnowledge } from '../../facts/blocking-leaves.ts';
import { exportedBlocking, type ExportScope } from '../../facts/exported-blocking.ts';
import type { ExportedFunction } from '../../facts/package-code.ts';
import { packageIn } from '../../facts/package-functions.ts';
import { isImportDeclaration, isNamespaceImport, type Node } from '../../syntax/ast.ts';
import { leadingTo, mayLeadToBlocking, namesOfBlocking } from './glance.ts';
import { JavaScriptDisk } from './javascript-disk.ts';
import { keyOf, type Root } from './roots.ts';

/** No file has this name. */
const NAME = 'asynclens.packages';

const OPTIONS = {
  allowJs: true,
  checkJs: false,
  noEmit: true,
  strict: false,
  skipLibCheck: true,
  types: [],
  target: 'esnext',
  module: 'preserve',
  moduleResolution: 'bundler',
  customConditions: ['node'],
  maxNodeModuleJsDepth: 1000,
};

export interface SearchHost {
  /** Absolute. */
  readonly cwd: string;
  readonly host: Pick<EngineHost, 'checkpoint' | 'log'>;
  /** Is told which process reads packages, and that there is none any more. */
  readonly packageReader: (pid: number | undefined) => void;
}

/**
 * What blocks of what the modules export, by their keys; none is left out.
 * @throws CompilerUnavailable, and what `checkpoint` throws
 */
export function searchPackages(
  roots: readonly Root[],
  knowledge: BlockingKnowledge,
  { cwd, host, packageReader }: SearchHost,
  witness: Witness,
): Map<string, readonly ExportedFunction[]> {
  const folders = [...new Set(roots.map(({ folder }) => folder))];
  const rootsIn = (folder: string) => roots.filter(root => root.folder === folder);
  const entries = new Map(folders.map(folder => [join(folder, `${NAME}.mjs`), rootsIn(folder)]));
  const tsconfig = join(cwd, `${NAME}.json`);
  const texts = [...entries].map(([file, of]) => [file, importing(of)] as const);
  const config = JSON.stringify({ compilerOptions: OPTIONS, files: [...entries.keys()] });
  const made = new Map([...texts, [tsconfig, config]]);
  const disk = new JavaScriptDisk(made, namesOfBlocking(knowledge), witness);
  const sources = (files: readonly string[]) =>
    mayLeadToBlocking(files.filter(file => disk.glances.has(file)), disk.glances);
  // Where a package has no JavaScript to read, the compiler looks for its types when it is asked.
  const engineHost = { ...withSignsOfLife(host), started: packageReader, sources, pace: 'one by one' } as const;
  const engine = new Engine(cwd, 'run', engineHost, disk);
  try {
    engine.openProject(tsconfig);
    return engine.use(snapshot => {
      const program = snapshot.programOf(tsconfig)!;
      host.log(`${disk.glances.size} files of packages are loaded.`);
      const leading = (sought: ReadonlySet<string>) =>
        leadingTo(file => sought.has(file), [...disk.glances.keys()], disk.glances);
      return new Map([...entries].flatMap(([file, of]) => exportsOf(program, file, of, { knowledge, leading })));
    });
  } catch (error) {
    if (!(error instanceof CompilerUnavailable)) throw error;
    const advice = 'It read packages: `dependencies` of no-blocking-call may name fewer.';
    throw new CompilerUnavailable(`${error.message} ${advice}`);
  } finally {
    engine.dispose();
    packageReader(undefined);
  }
}

/** A search of many packages takes its time: who waits for it hears that it goes on. */
function withSignsOfLife({ checkpoint, log }: SearchHost['host']): SearchHost['host'] {
  let last = Date.now();
  return {
    log,
    checkpoint: () => {
      checkpoint();
      if (Date.now() - last < SIGN_OF_LIFE) return;
      last = Date.now();
      log('The packages are still being searched.');
    },
  };
}

/** In milliseconds. */
const SIGN_OF_LIFE = 10_000;

function importing(roots: readonly Root[]): string {
  const imports = roots.map(({ specifier }, i) => `import * as p${i} from ${JSON.stringify(specifier)};`);
  return ['/// <reference types="node" />', ...imports].join('\n');
}

function exportsOf(
  program: Program,
  entry: string,
  roots: readonly Root[],
  scope: ExportScope,
): readonly (readonly [string, readonly ExportedFunction[]])[] {
  const namespaces = program.sourceFile(entry)!.statements.flatMap((statement): readonly Node[] => {
    const bindings = isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    return bindings && isNamespaceImport(bindings) ? [bindings.name] : [];
  });
  const found = program.run(
    roots.map(({ specifier }, i) => exportedBlocking(namespaces[i]!, packageIn(specifier)!, scope)),
  );
  return roots.map((root, i) => [keyOf(root), found[i]!]);
}
