/** Tasks that were not recorded on purpose, in words. */

import { counted } from '../shared/words.ts';
import type { Graph } from './graph.ts';
import { nameOfSite } from './words.ts';

/** So many functions are named. */
const NAMED = 3;

/** A sentence; `undefined` where all tasks were recorded. */
export function unsampledInWords(graphs: readonly Graph[]): string | undefined {
  const byName = new Map<string, number>();
  for (const { unsampled, sites } of graphs) {
    for (const { site, tasks } of unsampled) {
      const name = nameOfSite(sites.get(site));
      byName.set(name, (byName.get(name) ?? 0) + tasks);
    }
  }
  if (byName.size === 0) return undefined;
  const busiest = [...byName].sort(([, a], [, b]) => b - a);
  const left = busiest.length - NAMED;
  const names = busiest.slice(0, NAMED).map(([name, tasks]) => `${tasks.toLocaleString('en')} of ${name}`);
  const total = busiest.reduce((sum, [, tasks]) => sum + tasks, 0);
  const of = [...names, ...(left > 0 ? [counted(left, 'more function')] : [])].join(', ');
  const why = `since so many began in a second (${of})`;
  return `${counted(total, 'task')} not recorded, ${why}; --sample-above 0 records all.`;
}
