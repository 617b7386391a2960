import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Graph, Task, Ticks } from '../graph.ts';
import { rowsOfAwaits, savedBy, totalOf, type AwaitInRow } from '../rows-of-awaits.ts';
import { inWords, nameOf } from '../words.ts';
import { ofTask } from './evidence.ts';
import type { Evidence, Explanation, WarningKind } from './warning.ts';

/** Single ones that are pointed at. */
const SHOWN = 5;

export const sequentialAwaits: WarningKind = {
  name: 'sequential-awaits',
  summary: 'Awaits in a row of tasks that could have run at the same time.',
  advice: 'If none needs the result of another, start all of them and await `Promise.all`, or some at a time.',

  *find(graph, { 'sequential-awaits': milliseconds }) {
    for (const task of graph.tasks.values()) {
      for (const row of rowsOfAwaits(graph, task)) {
        const saved = savedBy(row);
        if (saved < milliseconds * TICKS_PER_MS) continue;
        yield {
          severity: 'info',
          sites: [row[0]!.at.site, row[0]!.awaited.site],
          duration: saved,
          explain: () => explain(graph, task, row, saved),
        };
      }
    }
  },
};

function explain(graph: Graph, task: Task, row: readonly AwaitInRow[], saved: Ticks): Explanation {
  const awaited = nameOf(graph, row[0]!.awaited);
  const total = totalOf(row);
  return {
    message:
      `${nameOf(graph, task)} awaits ${awaited} ${row.length} times in a row, ${inWords(total)} in all. ` +
      `At the same time they would have taken ${inWords(total - saved)}.`,
    evidence: row.slice(0, SHOWN).map(
      ({ at: { site, from, until } }): Evidence =>
        ofTask(task, `waits ${inWords(until! - from)} for ${awaited}`, { site, from, until: until! }),
    ),
  };
}
