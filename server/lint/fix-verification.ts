/** Keeps only fixes after which the program type-checks as well as before. */

import type { Edit, Fix } from '../../shared/finding.ts';
import { applyEdits, compatible } from '../../shared/apply-edits.ts';
import type { Engine, Snapshot } from '../engine/engine.ts';
import type { ProgramDiagnostic } from '../engine/program.ts';
import type { Projects } from './projects.ts';

/** A fix and what it may break. */
export interface Trial {
  readonly fix: Fix;
  /** Files that it does not change, in which errors could appear. */
  readonly usedIn: readonly string[];
}

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
   * Those fixes that add no syntax error and no type error.
   * @param mended an error that must be gone, too
   */
  accepted(trials: readonly Trial[], mended?: ProgramDiagnostic): ReadonlySet<Fix> {
    const accepted = new Set<Fix>();
    for (let left = trials; left.length > 0; ) {
      const batch = apart(left);
      for (const { fix } of this.#good(batch, mended)) accepted.add(fix);
      left = left.filter(trial => !batch.includes(trial));
    }
    return accepted;
  }

  /** Those of a batch in whose files no error appears. Where one does, halves are tried until the culprit is alone. */
  #good(batch: readonly Trial[], mended: ProgramDiagnostic | undefined): readonly Trial[] {
    if (batch.length === 0) return [];
    const good = this.#tryTogether(batch, mended);
    if (batch.length === 1) return good;
    const doubtful = batch.filter(trial => !good.includes(trial));
    const half = Math.ceil(doubtful.length / 2);
    return [...good, ...this.#good(doubtful.slice(0, half), mended), ...this.#good(doubtful.slice(half), mended)];
  }

  /** Makes many fixes at once, since each snapshot's checker starts from nothing. */
  #tryTogether(batch: readonly Trial[], mended: ProgramDiagnostic | undefined): Trial[] {
    const files = [...new Set(batch.flatMap(filesOf))];
    this.#projects.open(files);
    for (const file of files) {
      if (!this.#before.has(file)) this.#before.set(file, this.#engine.use(now => this.#errors(file, now)));
    }
    return this.#engine.useWith(this.#textsWith(batch.flatMap(({ fix }) => fix.edits)), then => {
      const isGood = new Map(
        files.map(file => [file, addsNone(without(this.#before.get(file)!, mended), this.#errors(file, then))]),
      );
      return batch.filter(trial => filesOf(trial).every(file => isGood.get(file)));
    });
  }

  /** The new text of each file that is edited. */
  #textsWith(edits: readonly Edit[]): Map<string, string> {
    const files = new Set(edits.map(({ span }) => span.file));
    const textWith = (file: string) =>
      applyEdits(this.#engine.textOf(file) ?? '', edits.filter(({ span }) => span.file === file));
    return new Map([...files].map(file => [file, textWith(file)]));
  }

  #errors(file: string, snapshot: Snapshot): readonly ProgramDiagnostic[] {
    return this.#projects.programOf(file, snapshot)?.diagnostics(file) ?? [];
  }
}

const filesOf = ({ fix, usedIn }: Trial): string[] => [...fix.edits.map(edit => edit.span.file), ...usedIn];

/** As many trials as there are, earlier ones first, of which no two change the same place. */
function apart(trials: readonly Trial[]): readonly Trial[] {
  const chosen = new Set(compatible(trials.map(({ fix }) => fix)));
  return trials.filter(({ fix }) => chosen.has(fix));
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
function without(
  all: readonly ProgramDiagnostic[],
  mended: ProgramDiagnostic | undefined,
): readonly ProgramDiagnostic[] {
  const index = mended ? all.findIndex(one => keyOf(one) === keyOf(mended)) : -1;
  return all.filter((_, i) => i !== index);
}
