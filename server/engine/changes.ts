/** What the compiler has not been told yet. */

import type { UpdateSnapshotParams } from 'typescript/unstable/proto';

type FileChangeKind = 'created' | 'changed' | 'deleted';
type Opened = 'project' | 'file';

export class PendingChanges {
  readonly #files = { created: new Set<string>(), changed: new Set<string>(), deleted: new Set<string>() };
  readonly #open: Record<Opened, Set<string>>;
  readonly #close = { project: new Set<string>(), file: new Set<string>() };
  /** Changed files that the live snapshot is right about: to be told with the next change, not by themselves. */
  readonly #postponed = new Set<string>();

  /** A new process has to be told of all projects and files that are open. */
  constructor(projects: Iterable<string> = [], files: Iterable<string> = []) {
    this.#open = { project: new Set(projects), file: new Set(files) };
  }

  get empty(): boolean {
    const sets = [this.#files, this.#open, this.#close].flatMap(group => Object.values(group) as Set<string>[]);
    return sets.every(set => set.size === 0);
  }

  file(file: string, kind: FileChangeKind): void {
    this.#files[kind].add(file);
  }

  open(kind: Opened, name: string): void {
    if (!this.#close[kind].delete(name)) this.#open[kind].add(name);
  }

  close(kind: Opened, name: string): void {
    if (!this.#open[kind].delete(name)) this.#close[kind].add(name);
  }

  postpone(files: readonly string[]): void {
    for (const file of files) {
      this.#files.changed.delete(file);
      this.#postponed.add(file);
    }
  }

  /**
   * The updates that tell the compiler; from then on it is known. The text of a loose file is fixed while it is
   * open, and closing wins over opening in one update: a changed one takes two.
   */
  take(loose: ReadonlySet<string>): UpdateSnapshotParams[] {
    const { created, deleted } = this.#files;
    const changed = new Set([...this.#files.changed, ...this.#postponed]);
    const reopened = [...changed].filter(file => loose.has(file) && !this.#open.file.has(file));
    const close = { closeProjects: [...this.#close.project], closeFiles: [...this.#close.file, ...reopened] };
    const open = {
      openProjects: [...this.#open.project],
      openFiles: [...this.#open.file, ...reopened],
      fileChanges: { created: [...created], changed: [...changed], deleted: [...deleted] },
    };
    const told = [...Object.values(this.#files), ...Object.values(this.#open), ...Object.values(this.#close)];
    for (const set of [...told, this.#postponed]) set.clear();
    return reopened.length > 0 ? [close, open] : [{ ...close, ...open }];
  }
}
