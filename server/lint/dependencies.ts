/** What the files of several programs can know of each other. */

import { isInPackage } from '../engine/file-names.ts';
import { inferredTypesOf } from '../engine/inferred-types.ts';
import { modulesOf, type Module } from '../engine/modules.ts';
import type { Program } from '../engine/program.ts';
import type { Group } from './projects.ts';
import { bridgesAmong, type Links } from './bridges.ts';

export interface Dependencies {
  /** All files of the programs but those of packages, unless these import some that are none. */
  readonly modules: ReadonlyMap<string, Module>;
  /**
   * The files that may mean something to any file, also to one that does not import them, in the order in which the
   * programs have them.
   */
  readonly shared: readonly string[];
  /** The modules of each program, by its name (`Program.configFile`). */
  readonly programs: ReadonlyMap<string, readonly string[]>;
  /** The tsconfig under which each file is linted. */
  readonly projects: ReadonlyMap<string, string | undefined>;
}

/** What need not be found out again. */
export interface Known extends Links {
  readonly modules: ReadonlyMap<string, Module>;
}

export function dependenciesOf(
  groups: readonly Group[],
  { modules: known, ...links }: Known,
  textOf: (file: string) => string | undefined,
): Dependencies {
  const modules = new Map<string, Module>();
  const programs = new Map<string, readonly string[]>();
  for (const { program } of groups) {
    const bridges = bridgesAmong(program.files, links, textOf);
    const sources = program.files.filter(file => bridges.has(file) || (!isInPackage(file) && !file.endsWith('.json')));
    programs.set(program.configFile, sources);
    const found = modulesOf(program, sources.filter(file => !known.has(file)));
    for (const file of sources) {
      const module = known.get(file) ?? merged(modules.get(file), found.get(file));
      if (module) modules.set(file, module);
    }
  }
  const means = meaningToAll(modules);
  const used = withImported([...groups.flatMap(({ files }) => files), ...means], modules);
  const hidden = new Set([...modules.values()].flatMap(module => module.hidden));
  for (const { program } of groups) {
    const isWanted = (file: string) => used.has(file) && modules.has(file) && known.get(file)?.inferred === undefined;
    const wanted = program.files.filter(isWanted);
    for (const [file, inferred] of inferredTypesOf(program, wanted, hidden)) {
      modules.set(file, merged(modules.get(file), { ...modules.get(file)!, inferred }));
    }
  }
  const isShared = (file: string) => means.has(file) || !modules.has(file);
  return {
    modules,
    programs,
    shared: [...new Set(groups.flatMap(({ program }) => program.files.filter(isShared)))],
    projects: new Map(groups.flatMap(({ program, files }) => files.map(file => [file, projectOf(program)]))),
  };
}

const projectOf = (program: Program): string | undefined => (program.isLoose ? undefined : program.configFile);

/** Each of several projects that hold a file may resolve its imports in its own way, and take it for a script. */
function merged<Other extends Module | undefined>(one: Module | undefined, other: Other): Module | Other {
  if (one === undefined || other === undefined) return one ?? other;
  const imports = [...new Set([...one.imports, ...other.imports])].toSorted();
  const inferred = one.inferred === other.inferred ? one.inferred : [one.inferred, other.inferred].join(' ').trim();
  return { ...other, imports, inferred, reach: one.reach === other.reach ? one.reach : 'all' };
}

/** What a file imports for what it says to all means something to all as well. */
function meaningToAll(modules: ReadonlyMap<string, Module>): Set<string> {
  const found = withImported([...modules].filter(([, { reach }]) => reach === 'all').map(([file]) => file), modules);
  for (const [file, { reach }] of modules) if (reach === 'all, self-contained') found.add(file);
  return found;
}

/** `files`, and all that they import, directly or not. */
function withImported(files: readonly string[], modules: ReadonlyMap<string, Module>): Set<string> {
  const found = new Set(files);
  for (const file of found) for (const imported of modules.get(file)?.imports ?? []) found.add(imported);
  return found;
}
