/** Plans on the disk, by what they were made from: parsing is most of what a start takes. */

import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { hash64 } from '../../shared/trace/hash.ts';
import { readFileSync, renameSync, writeFileSync } from '../natives.ts';
import type { Files } from './files.ts';
import { packagesLookedInto } from './libraries.ts';
import type { Source } from './parse.ts';
import type { Plan, PlanFor } from './plan.ts';
import type { Shift } from './shifts.ts';

interface KeptPlan extends Omit<Plan, 'shifts'> {
  readonly shifts: readonly (readonly [line: number, shifts: readonly Shift[]])[];
  /** Other files that were read, with the hashes of their texts. */
  readonly reads: readonly (readonly [file: string, hash: string])[];
  /** The original files with their paths in their projects. */
  readonly paths: readonly (readonly [file: string, path: string])[];
}

/**
 * `planFor`, which is asked only for what is not kept in `folder`. The folder exists, and belongs to one version of
 * Asynclens; any number of threads and processes may share it.
 */
export const keptPlans =
  (folder: string, planFor: PlanFor): PlanFor =>
  (source, files) => {
    const { file, code, type, firstColumn = 0 } = source;
    const name = hash64([type, file, firstColumn, packagesLookedInto(), code.length, hash64(code)].join('\0'));
    const place = join(folder, `${name}.json`);
    return load(place, files) ?? make(place, source, files, planFor);
  };

function make(place: string, source: Source, files: Files, planFor: PlanFor): Plan {
  const reads = new Map<string, string>();
  const readText = (path: string): string => {
    const text = files.readText(path);
    // What is said of the code needs not to be said of its file again.
    if (text !== source.code) reads.set(path, hash64(text));
    return text;
  };
  const plan = planFor(source, { ...files, readText });
  const origins = [...new Set(plan.sites.map(site => site.file))];
  save(place, {
    ...plan,
    shifts: [...plan.shifts],
    reads: [...reads],
    paths: origins.map(it => [it, files.pathInProject(it)] as const),
  });
  return plan;
}

function load(place: string, { readText, pathInProject }: Files): Plan | undefined {
  let kept: KeptPlan;
  try {
    kept = JSON.parse(readFileSync(place, 'utf8')) as KeptPlan;
  } catch {
    // Nothing is kept, or what is there is broken: a new one takes its place.
    return undefined;
  }
  const { reads, paths, ...plan } = kept;
  const isRight =
    reads.every(([file, hash]) => hash64(readText(file)) === hash) &&
    paths.every(([file, path]) => pathInProject(file) === path);
  return isRight ? { ...plan, shifts: new Map(plan.shifts) } : undefined;
}

function save(place: string, plan: KeptPlan): void {
  const part = `${place}.${process.pid}-${threadId}`;
  try {
    writeFileSync(part, JSON.stringify(plan));
    // Whoever reads it finds all of it, or nothing.
    renameSync(part, place);
  } catch {
    // The disk is full, or the folder is gone: the next run takes as long as this one, and says the same.
  }
}
