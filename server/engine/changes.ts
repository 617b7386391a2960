/** What the compiler has not been told yet. */

import type { UpdateSnapshotParams } from 'typescript/unstable/proto';
import { isOwnSource } from './file-names.ts';

type FileChangeKind = 'created' | 'changed' | 'deleted';
type Opened = 'project' | 'file';

export class PendingChanges {
  readonly #files = new Map<string, FileChangeKind>();
  readonly #open: Record<Opened, Set<string>>;
  readonly #close = { project: new Set<string>(), file: new Set<string>() };
  /** Changed files that the live snapshot is right about: to be told with the next change, not by themselves. */
  readonly #postponed = new Set<string>();

  /** A new process has to be told of all projects and files that are open. */
  constructor(projects: Iterable<string> = [], files: Iterable<string> = []) {
    this.#open = { project: new Set(projects), file: new Set(files) };
  }

  get empty(): boolean {
    const groups = [...Object.values(this.#open), ...Object.values(this.#close), this.#files];
    return groups.every(group => group.size === 0);
  }

  /** Whether nothing changes but what sources say, so that all else that is known of them still holds. */
  get onlyTexts(): boolean {
    const places = [...Object.values(this.#open), ...Object.values(this.#close)];
    const isText = ([file, kind]: readonly [string, FileChangeKind]) => kind === 'changed' && isOwnSource(file);
    return places.every(group => group.size === 0) && [...this.#files].every(isText);
  }

  /** One change a file: deleted and made again it is another file with the same name, which is a change. */
  file(file: string, kind: FileChangeKind): void {
    const before = this.#files.get(file);
    const sameName = before === 'deleted' && kind === 'created';
    const stillNew = before === 'created' && kind === 'changed';
    this.#files.set(file, sameName ? 'changed' : stillNew ? 'created' : kind);
  }

  open(kind: Opened, name: string): void {
    if (!this.#close[kind].delete(name)) this.#open[kind].add(name);
  }

  close(kind: Opened, name: string): void {
    if (!this.#open[kind].delete(name)) this.#close[kind].add(name);
  }

  postpone(files: readonly string[]): void {
    for (const file of files) {
      this.#files.delete(file);
      this.#postponed.add(file);
    }
  }

  /**
   * The updates that tell the compiler; from then on it is known. The text of a loose file is fixed while it is
   * open, and closing wins over opening in one update: a changed one takes two.
   */
  take(loose: ReadonlySet<string>): UpdateSnapshotParams[] {
    const of = (kind: FileChangeKind) => [...this.#files].filter(([, one]) => one === kind).map(([file]) => file);
    // A file that another took the place of is said to be created, and its old text must not stay.
    const changed = new Set([...of('changed'), ...of('created'), ...this.#postponed]);
    const reopened = [...changed].filter(file => loose.has(file) && !this.#open.file.has(file));
    const close = { closeProjects: [...this.#close.project], closeFiles: [...this.#close.file, ...reopened] };
    const open = {
      openProjects: [...this.#open.project],
      openFiles: [...this.#open.file, ...reopened],
      fileChanges: { created: of('created'), changed: [...changed], deleted: of('deleted') },
    };
    for (const set of [...Object.values(this.#open), ...Object.values(this.#close), this.#postponed]) set.clear();
    this.#files.clear();
    return reopened.length > 0 ? [close, open] : [{ ...close, ...open }];
  }
}
