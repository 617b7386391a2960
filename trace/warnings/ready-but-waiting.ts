import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Graph, Ticks } from '../graph.ts';
import { mainSliceIn } from '../slices.ts';
import { inWords, nameOf, nameOfSite } from '../words.ts';
import { ofTask } from './evidence.ts';
import type { Explanation, WarningKind } from './warning.ts';

export const readyButWaiting: WarningKind = {
  name: 'ready-but-waiting',
  summary: 'A task that could have gone on, but the thread was busy.',
  advice: 'Split the work that keeps the thread busy, or move it to a worker thread.',

  *find(graph, { 'ready-but-waiting': milliseconds }) {
    const { awaits } = graph.tables;
    for (let row = 1; row < awaits.end; row++) {
      const until = awaits.until[row]!;
      const lag = until - awaits.readyAt[row]!;
      if (until === Infinity || lag < milliseconds * TICKS_PER_MS) continue;
      yield {
        severity: 'info',
        sites: [awaits.site[row]!],
        duration: lag,
        explain: () => explain(graph, row, until - lag, until),
      };
    }
  },
};

function explain(graph: Graph, suspension: number, ready: Ticks, until: Ticks): Explanation {
  const { awaits, tasks } = graph.tables;
  const task = tasks.view(awaits.task[suspension]!);
  const site = awaits.site[suspension]!;
  const busy = mainSliceIn(graph, ready, until);
  const who = busy === undefined ? 'other code' : nameOf(graph, busy.task);
  return {
    message:
      `${nameOf(graph, task)} could go on after ${nameOfSite(graph.sites.get(site))}, but waited ` +
      `${inWords(until - ready)} until ${who} let it.`,
    evidence: [
      ofTask(task, `${nameOf(graph, task)} is ready`, { site, from: ready, until }),
      ...(busy ? [ofTask(busy.task, `${who} runs meanwhile`, { from: busy.from, until: busy.until })] : []),
    ],
  };
}
