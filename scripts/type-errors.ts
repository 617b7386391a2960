/** Says which type and syntax errors a change of files would bring, without writing the files. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SourceFile } from 'typescript/unstable/ast';
import {
  API,
  type Diagnostic,
  DiagnosticCategory,
  type Program,
  type Snapshot,
} from 'typescript/unstable/sync';
import { modernise } from '../server/engine/tsconfig-compat.ts';

export interface NewError {
  readonly kind: 'syntax' | 'type';
  readonly file: string;
  /** 0-based offsets in the changed text. */
  readonly offset: number;
  readonly end: number;
  readonly code: number;
  readonly text: string;
}

/** One project, type-checked as it is on disk, and again with changes laid over it. */
export class TypeErrors {
  readonly #tsconfig: string;
  readonly #overlay = new Map<string, string>();
  readonly #api: API;
  readonly #files: ReadonlySet<string>;
  /** Errors that were there before any change, each as often as it occurs. */
  readonly #before: readonly NewError[];
  #snapshot: Snapshot;

  /** @param tsconfig absolute path. Takes as long as one type check of the project. */
  constructor(tsconfig: string) {
    this.#tsconfig = tsconfig;
    this.#api = new API({ cwd: dirname(tsconfig), fs: { readFile: file => this.#read(file) } });
    this.#snapshot = this.#api.updateSnapshot({ openProjects: [tsconfig] });
    this.#files = new Set(this.#program.getSourceFileNames());
    this.#before = this.#errors();
  }

  /** Number of errors that the project has on its own. */
  get baseline(): number {
    return this.#before.length;
  }

  /** Whether the project has a file: a change of another one would pass unchecked. */
  has(file: string): boolean {
    return this.#files.has(file);
  }

  /**
   * Errors anywhere in the project that are not there without the change. `changes` gives files their new text.
   * Each call starts from the disk again, and checks the whole project.
   */
  newErrors(changes: ReadonlyMap<string, string>): readonly NewError[] {
    const changed = [...new Set([...this.#overlay.keys(), ...changes.keys()])];
    this.#overlay.clear();
    for (const [file, text] of changes) this.#overlay.set(file, text);
    const previous = this.#snapshot;
    this.#snapshot = this.#api.updateSnapshot({ fileChanges: { changed } });
    previous.dispose();
    return without(this.#errors(), this.#before, changes);
  }

  /** A file as it was before any change. Throws when the project does not have it. */
  source(file: string): SourceFile {
    const source = this.#program.getSourceFile(file);
    if (source === undefined) throw new Error(`${file} is not in the project of ${this.#tsconfig}.`);
    return source;
  }

  /** What the compiler suggests for a file, as it was at the last call of `newErrors`. */
  suggestions(file: string): readonly NewError[] {
    return this.#program.getSuggestionDiagnostics(file).map(one => asError('type', one));
  }

  #errors(): NewError[] {
    const program = this.#program;
    return [
      ...errorsOf('syntax', program.getSyntacticDiagnostics()),
      ...errorsOf('type', program.getSemanticDiagnostics()),
    ];
  }

  get #program(): Program {
    const project = this.#snapshot.getProject(this.#tsconfig);
    if (project === undefined) throw new Error(`The compiler could not open ${this.#tsconfig}.`);
    return project.program;
  }

  /** Read as the product reads it: a tsconfig may have options that the compiler no longer knows. */
  #read(file: string): string | undefined {
    const text = this.#overlay.get(file);
    const isConfig = file.endsWith('.json') && !file.endsWith('/package.json') && existsSync(file);
    return text ?? (isConfig ? modernise(file, readFileSync(file, 'utf8')) : undefined);
  }

  close(): void {
    this.#api.close();
  }
}

const asError = (kind: NewError['kind'], { fileName = '', pos, end, code, text }: Diagnostic): NewError => ({
  kind,
  file: fileName,
  offset: pos,
  end,
  code,
  text,
});

const errorsOf = (kind: NewError['kind'], all: readonly Diagnostic[]): NewError[] =>
  all.filter(({ category }) => category === DiagnosticCategory.Error).map(one => asError(kind, one));

/**
 * Those of `after` that are not in `before`. Where a file changed, offsets move, and the text says what is wrong. In
 * other files the text may differ, since it lists types in the order in which they were met: there the place tells as
 * well.
 */
function without(
  after: readonly NewError[],
  before: readonly NewError[],
  changes: ReadonlyMap<string, string>,
): NewError[] {
  const inWords = ({ file, code, text }: NewError): string => `${file} ${code} ${text}`;
  const fresh = unmatched(after, before, inWords);
  const gone = unmatched(before, after, inWords);
  return unmatched(fresh, gone, ({ file, code, offset }) => (changes.has(file) ? '' : `${file} ${code} ${offset}`));
}

/** Those that have no partner of the same key, each of which counts for one; an empty key has none. */
function unmatched(
  all: readonly NewError[],
  others: readonly NewError[],
  keyOf: (error: NewError) => string,
): NewError[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  return all.filter(error => {
    const key = keyOf(error);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return key === '' || count <= 0;
  });
}
