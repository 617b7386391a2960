/** Keeps only fixes after which the program type-checks as well as before. */

import type { Fix } from '../../shared/finding.ts';
import { applyEdits } from '../../shared/apply-edits.ts';
import type { Engine, Snapshot } from '../engine/engine.ts';
import type { ProgramDiagnostic } from '../engine/program.ts';
import type { Projects } from './projects.ts';

export class FixVerification {
  readonly #engine: Engine;
  readonly #projects: Projects;
  /** Errors that are there without any fix. */
  readonly #before = new Map<string, readonly ProgramDiagnostic[]>();

  constructor(engine: Engine, projects: Projects) {
    this.#engine = engine;
    this.#projects = projects;
  }

  /** Whether the fix adds no syntax error and no type error to the files that it changes. */
  accepts(fix: Fix): boolean {
    const files = [...new Set(fix.edits.map(edit => edit.span.file))];
    this.#projects.open(files);
    for (const file of files) {
      if (!this.#before.has(file)) this.#before.set(file, this.#engine.use(now => this.#errors(file, now)));
    }
    const texts = new Map(files.map(file => [file, applyEdits(this.#engine.textOf(file) ?? '', editsOf(fix, file))]));
    return this.#engine.useWith(texts, then =>
      files.every(file => addsNone(this.#before.get(file)!, this.#errors(file, then))),
    );
  }

  #errors(file: string, snapshot: Snapshot): readonly ProgramDiagnostic[] {
    return this.#projects.programOf(file, snapshot)?.diagnostics(file) ?? [];
  }
}

const editsOf = (fix: Fix, file: string) => fix.edits.filter(edit => edit.span.file === file);

/** Errors move when text is inserted: they are the same when their code and message are. */
function addsNone(before: readonly ProgramDiagnostic[], after: readonly ProgramDiagnostic[]): boolean {
  const counts = new Map<string, number>();
  const key = (one: ProgramDiagnostic) => `${one.code} ${one.text}`;
  for (const one of before) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return after.every(one => {
    const left = (counts.get(key(one)) ?? 0) - 1;
    counts.set(key(one), left);
    return left >= 0;
  });
}
