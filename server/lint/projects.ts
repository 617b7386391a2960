/** Which project each file is linted under. */

import { dirname } from 'node:path';
import type { Disk } from '../engine/disk.ts';
import type { Engine, Snapshot } from '../engine/engine.ts';
import { isOwnSource, isSource } from '../engine/file-names.ts';
import type { Program } from '../engine/program.ts';
import type { UnreadTsconfig } from './api.ts';
import { isBelow, nearestTsconfig, normalise, typescriptBelow, withReferences } from './source-files.ts';

/** Files that share a program. */
export interface Group {
  readonly program: Program;
  readonly files: readonly string[];
}

export class Projects {
  readonly #engine: Engine;
  readonly #disk: Disk;
  /** The project that was found to hold a file; `undefined` for a loose file. */
  readonly #projectOf = new Map<string, string | undefined>();
  readonly #opened = new Set<string>();
  /** By folder, the tsconfig nearest to files in it; empty where there is none. */
  readonly #nearest = new Map<string, string>();

  constructor(engine: Engine, disk: Disk) {
    this.#engine = engine;
    this.#disk = disk;
  }

  /**
   * All files to lint below `paths`: those that the projects there name, and TypeScript files that no project
   * names. A path that is itself a source file is always among them.
   * @param tsconfig lint this project, and those that it references, only
   */
  filesUnder(paths: readonly string[], tsconfig?: string): string[] {
    const wanted = paths.map(normalise);
    if (tsconfig) {
      const files = this.#filesOf(withReferences(normalise(tsconfig), this.#disk), 'lint all');
      return files.filter(file => isWanted(file, wanted));
    }
    const files = new Set<string>();
    for (const path of wanted) {
      const candidates = this.#disk.isFolder(path) ? typescriptBelow(path, this.#disk) : [path].filter(isSource);
      for (const file of this.#filesOf(this.#projectsAt(path))) if (isBelow(file, path)) files.add(file);
      for (const file of candidates) {
        if (!files.has(file)) for (const held of this.#filesNear(file)) if (isBelow(held, path)) files.add(held);
        files.add(file);
      }
    }
    return [...files];
  }

  /** Groups files by program, opening what is not open yet. */
  groups(files: readonly string[], snapshot: Snapshot): Group[] {
    const groups = new Map<Program, string[]>();
    for (const file of files) {
      const program = this.programOf(file, snapshot);
      if (!program) continue;
      const group = groups.get(program);
      if (group) group.push(file);
      else groups.set(program, [file]);
    }
    return [...groups].map(([program, files]) => ({ program, files }));
  }

  /** The project that a file is linted under; for a loose file the one made up for such files. */
  programOf(file: string, snapshot: Snapshot): Program | undefined {
    const project = this.#projectOf.get(file);
    return project ? snapshot.programOf(project) : snapshot.programOfLoose(file);
  }

  /** The tsconfigs of all files seen so far that the compiler could not read in full. */
  unread(snapshot: Snapshot): UnreadTsconfig[] {
    return [...new Set(this.#projectOf.values())].flatMap(file => {
      const reason = file === undefined ? undefined : snapshot.programOf(file)?.configError;
      return file === undefined || reason === undefined ? [] : [{ file, reason }];
    });
  }

  /** Makes sure that `groups` finds a program for each of these files. */
  open(files: readonly string[]): void {
    const unknown = files.filter(file => !this.#projectOf.has(file));
    if (unknown.length === 0) return;
    const found = this.#engine.locate(unknown);
    for (const [file, tsconfig] of found) this.#projectOf.set(file, tsconfig);
    this.#filesOf([...new Set(found.values())].filter(tsconfig => tsconfig !== undefined));
  }

  /** Takes files to be linted under the projects that they were found to belong to; loose files have none. */
  assume(projects: ReadonlyMap<string, string | undefined>): void {
    for (const [file, tsconfig] of projects) {
      this.#projectOf.set(file, tsconfig);
      if (tsconfig === undefined) this.#engine.openLoose(file);
      else this.#engine.openProject(tsconfig);
    }
  }

  /** To be called when a file was deleted or closed: should it come back, it may belong elsewhere. */
  forget(file: string): void {
    this.#projectOf.delete(file);
    this.#engine.closeLoose(file);
  }

  /** To be called when a tsconfig was created, edited or deleted: what it names has to be found anew. */
  tsconfigChanged(tsconfig: string): void {
    for (const file of [...this.#projectOf.keys()]) this.forget(file);
    this.#nearest.clear();
    this.#opened.delete(tsconfig);
    if (!this.#disk.has(tsconfig)) this.#engine.closeProject(tsconfig);
  }

  #projectsAt(path: string): string[] {
    const tsconfig = nearestTsconfig(this.#disk.isFolder(path) ? path : dirname(path), this.#disk);
    return tsconfig ? withReferences(tsconfig, this.#disk) : [];
  }

  /** Files of the projects nearest to a file that is in none of the projects known. */
  #filesNear(file: string): string[] {
    const tsconfigs = this.#projectsAt(file).filter(tsconfig => !this.#opened.has(tsconfig));
    return tsconfigs.length > 0 ? this.#filesOf(tsconfigs) : [];
  }

  /**
   * All files that these projects name. A file with a tsconfig of its own nearer to it is linted as an editor shows it,
   * in the project that `open` finds, unless these are to lint all.
   */
  #filesOf(tsconfigs: readonly string[], which: 'lint all' | 'lint nearest' = 'lint nearest'): string[] {
    for (const tsconfig of tsconfigs) {
      this.#engine.openProject(tsconfig);
      this.#opened.add(tsconfig);
    }
    return this.#engine.use(snapshot =>
      tsconfigs.flatMap(tsconfig => {
        const files = (snapshot.programOf(tsconfig)?.rootFiles ?? []).filter(isOwnSource);
        for (const file of files) {
          const isTaken = this.#projectOf.has(file) || (which === 'lint nearest' && this.#hasNearer(file, tsconfig));
          if (!isTaken) this.#projectOf.set(file, tsconfig);
        }
        return files;
      }),
    );
  }

  #hasNearer(file: string, tsconfig: string): boolean {
    const folder = dirname(file);
    let nearest = this.#nearest.get(folder);
    if (nearest === undefined) this.#nearest.set(folder, (nearest = nearestTsconfig(folder, this.#disk) ?? ''));
    return dirname(nearest) !== dirname(tsconfig) && isBelow(dirname(nearest), dirname(tsconfig));
  }
}

const isWanted = (file: string, paths: readonly string[]): boolean =>
  paths.length === 0 || paths.some(path => isBelow(file, path));
