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

  /**
   * Those fixes that add no syntax error and no type error to the files that they change.
   * @param mended an error that must be gone, too
   */
  accepted(fixes: readonly Fix[], mended?: ProgramDiagnostic): ReadonlySet<Fix> {
    const accepted = new Set<Fix>();
    for (let left = fixes; left.length > 0; ) {
      const batch = withDistinctFiles(left);
      const good = this.#tryTogether(batch, mended);
      // A fix may fail because of another in its batch: alone it gets a second chance.
      const doubtful = batch.length > 1 ? batch.filter(fix => !good.includes(fix)) : [];
      for (const fix of [...good, ...doubtful.filter(fix => this.#tryTogether([fix], mended).length > 0)]) accepted.add(fix);
      left = left.filter(fix => !batch.includes(fix));
    }
    return accepted;
  }

  /** Makes fixes of different files at once, since each snapshot's checker starts from nothing. */
  #tryTogether(fixes: readonly Fix[], mended: ProgramDiagnostic | undefined): Fix[] {
    const files = fixes.flatMap(filesOf);
    this.#projects.open(files);
    for (const file of files) {
      if (!this.#before.has(file)) this.#before.set(file, this.#engine.use(now => this.#errors(file, now)));
    }
    const edits = fixes.flatMap(fix => fix.edits);
    const textWith = (file: string) =>
      applyEdits(this.#engine.textOf(file) ?? '', edits.filter(edit => edit.span.file === file));
    return this.#engine.useWith(new Map(files.map(file => [file, textWith(file)])), then => {
      const isGood = (file: string) => addsNone(without(this.#before.get(file)!, mended), this.#errors(file, then));
      return fixes.filter(fix => filesOf(fix).every(isGood));
    });
  }

  #errors(file: string, snapshot: Snapshot): readonly ProgramDiagnostic[] {
    return this.#projects.programOf(file, snapshot)?.diagnostics(file) ?? [];
  }
}

const filesOf = (fix: Fix): string[] => [...new Set(fix.edits.map(edit => edit.span.file))];

/** As many fixes as there are, earlier ones first, of which no two change the same file. */
function withDistinctFiles(fixes: readonly Fix[]): Fix[] {
  const taken = new Set<string>();
  return fixes.filter(fix => {
    const files = filesOf(fix);
    const isFree = files.every(file => !taken.has(file));
    if (isFree) for (const file of files) taken.add(file);
    return isFree;
  });
}

/** Errors move when text is inserted: they are the same when their code and message are. */
const keyOf = (one: ProgramDiagnostic): string => `${one.file} ${one.code} ${one.text}`;

function addsNone(before: readonly ProgramDiagnostic[], after: readonly ProgramDiagnostic[]): boolean {
  const counts = new Map<string, number>();
  for (const one of before) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return after.every(one => {
    const left = (counts.get(keyOf(one)) ?? 0) - 1;
    counts.set(keyOf(one), left);
    return left >= 0;
  });
}

/** The errors that may stay. */
function without(all: readonly ProgramDiagnostic[], mended: ProgramDiagnostic | undefined): readonly ProgramDiagnostic[] {
  const index = mended ? all.findIndex(one => keyOf(one) === keyOf(mended)) : -1;
  return all.filter((_, i) => i !== index);
}
