/** Gives the code of a file its insertions on its way to V8. */

import { pathToFileURL } from 'node:url';
import { workForItself } from '../blocks/blocks.ts';
import { noteCode } from '../loaded-code.ts';
import { addSites, addSkipped, nextSiteIndex } from '../runtime/sites.ts';
import { noteShifts } from '../stack-traces.ts';
import { keptPlans } from '../transform/kept-plans.ts';
import type { PlanFor } from '../transform/plan.ts';
import type { SourceType } from '../transform/parse.ts';
import { transform } from '../transform/transform.ts';
import { parser } from './parser.ts';

let planFor: PlanFor = (source, files) => parser().planFor(source, files);

/** From now on, what is found out of files is kept in a folder that exists. */
export function keepPlansIn(folder: string): void {
  planFor = keptPlans(folder, planFor);
}

/**
 * The code to run instead of `code`, which is the same when it has no tasks, or cannot be understood. Never throws.
 * `firstColumn` is that of the first character, as V8 is told to count: negative where something was put before it.
 */
export function instrumented(path: string, code: string, type: SourceType, firstColumn = 0): string {
  return workForItself(() => {
    const result = withInsertions(path, code, type, firstColumn);
    noteCode(path, result, type);
    return result;
  });
}

function withInsertions(path: string, code: string, type: SourceType, firstColumn: number): string {
  const file = path.replaceAll('\\', '/');
  try {
    const transformed = transform({ file, code, type, firstColumn }, nextSiteIndex(), planFor);
    if (transformed === undefined) return code;
    addSites(transformed.sites);
    noteShifts(path, transformed.shifts);
    noteShifts(pathToFileURL(path).href, transformed.shifts);
    return transformed.code;
  } catch (error) {
    addSkipped({ file, reason: (error as Error).message });
    return code;
  }
}
