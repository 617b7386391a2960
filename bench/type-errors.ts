/** Says which type and syntax errors a change of files would bring, without writing the files. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  API,
  type Diagnostic,
  DiagnosticCategory,
  type Program,
  type Project,
  type Snapshot,
} from 'typescript/unstable/sync';
import { modernise } from '../server/engine/tsconfig-compat.ts';
import { importersOf } from './importers.ts';

export interface NewError {
  readonly kind: 'syntax' | 'type';
  readonly file: string;
  /** 0-based offset in the changed text. */
  readonly offset: number;
  readonly code: number;
  readonly text: string;
}

/** One project, type-checked as it is on disk, and again with changes laid over it. */
export class TypeErrors {
  readonly #tsconfig: string;
  readonly #overlay = new Map<string, string>();
  readonly #api: API;
  #snapshot: Snapshot;
  /** Errors that were there before any change, by file; each as often as it occurs. */
  readonly #before: ReadonlyMap<string, readonly string[]>;
  readonly #importers: ReadonlyMap<string, ReadonlySet<string>>;

  /** @param tsconfig absolute path. Takes as long as one type check of the project. */
  constructor(tsconfig: string) {
    this.#tsconfig = tsconfig;
    this.#api = new API({ cwd: dirname(tsconfig), fs: { readFile: file => this.#read(file) } });
    this.#snapshot = this.#api.updateSnapshot({ openProjects: [tsconfig] });
    const project = this.#project;
    this.#importers = importersOf(project);
    const before = new Map<string, string[]>();
    const { program } = project;
    for (const error of [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()].filter(isError)) {
      const file = error.fileName ?? '';
      before.set(file, [...(before.get(file) ?? []), keyOf(error)]);
    }
    this.#before = before;
  }

  /** Number of errors that the project has on its own. */
  get baseline(): number {
    return [...this.#before.values()].reduce((sum, errors) => sum + errors.length, 0);
  }

  /**
   * Errors in the changed files, and in those that import them, that are not there without the change.
   * `changes` gives files their new text. The next call starts from the disk again.
   * Throws when a changed file is not in the project: it would pass unchecked.
   */
  newErrors(changes: ReadonlyMap<string, string>): readonly NewError[] {
    const strange = [...changes.keys()].find(file => !this.#importers.has(file));
    if (strange !== undefined) throw new Error(`${strange} is not in the project of ${this.#tsconfig}.`);
    const changed = [...new Set([...this.#overlay.keys(), ...changes.keys()])];
    this.#overlay.clear();
    for (const [file, text] of changes) this.#overlay.set(file, text);
    const previous = this.#snapshot;
    this.#snapshot = this.#api.updateSnapshot({ fileChanges: { changed } });
    previous.dispose();
    const { program } = this.#project;
    const affected = new Set([...changes.keys()].flatMap(file => [file, ...(this.#importers.get(file) ?? [])]));
    return [...affected].flatMap(file => this.#newErrorsIn(file, program));
  }

  #newErrorsIn(file: string, program: Program): NewError[] {
    const known = [...(this.#before.get(file) ?? [])];
    const isNew = (error: Diagnostic): boolean => {
      const at = known.indexOf(keyOf(error));
      if (at >= 0) known.splice(at, 1);
      return isError(error) && at < 0;
    };
    const of = (kind: NewError['kind'], errors: readonly Diagnostic[]): NewError[] =>
      errors.filter(isNew).map(({ pos, code, text }) => ({ kind, file, offset: pos, code, text }));
    return [
      ...of('syntax', program.getSyntacticDiagnostics(file)),
      ...of('type', program.getSemanticDiagnostics(file)),
    ];
  }

  get #project(): Project {
    const project = this.#snapshot.getProject(this.#tsconfig);
    if (project === undefined) throw new Error(`The compiler could not open ${this.#tsconfig}.`);
    return project;
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

const isError = ({ category }: Diagnostic): boolean => category === DiagnosticCategory.Error;

/** Offsets move with a change; code and text say what is wrong. */
const keyOf = ({ code, text }: Diagnostic): string => `${code} ${text}`;
