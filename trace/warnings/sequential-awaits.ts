import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Await, Graph, Task, Ticks } from '../graph.ts';
import { causeOf } from '../waits-on.ts';
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
      for (const row of rowsIn(graph, task)) {
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

interface Step {
  readonly at: Await;
  readonly awaited: Task;
}

/** Awaits that follow one another, each of a task of one and the same function that was started just for it. */
function* rowsIn(graph: Graph, { id, kind, awaits }: Task): Generator<Step[]> {
  let row: Step[] = [];
  for (const [at, it] of awaits.entries()) {
    const step = stepAt(graph, id, it, awaits[at - 1]);
    // What the code of a file awaits line by line are the steps of a script, not the rounds of a loop.
    const isNext = kind !== 'module' || it.site === row.at(-1)?.at.site;
    if (step !== undefined && isNext && step.awaited.site === row.at(-1)?.awaited.site) row.push(step);
    else {
      if (row.length > 1) yield row;
      row = step === undefined ? [] : [step];
    }
  }
  if (row.length > 1) yield row;
}

/** A task that failed is none: what comes after it may be another try. */
function stepAt(graph: Graph, task: number, at: Await, before: Await | undefined): Step | undefined {
  if (at.until === undefined || at.on === 0) return undefined;
  const cause = causeOf(graph, at.on);
  if (cause.kind !== 'task' || cause.task.outcome !== 'fulfilled') return undefined;
  const { context, startedAt, endedAt } = cause.task;
  const startedForIt = context === task && startedAt >= (before?.until ?? 0) && endedAt! >= at.from;
  return startedForIt ? { at, awaited: cause.task } : undefined;
}

const waitedFor = ({ at }: Step): Ticks => at.until! - at.from;

function savedBy(row: readonly Step[]): Ticks {
  const times = row.map(waitedFor);
  return sum(times) - times.reduce((longest, time) => Math.max(longest, time), 0);
}

const sum = (times: readonly Ticks[]): Ticks => times.reduce((total, time) => total + time, 0);

function explain(graph: Graph, task: Task, row: readonly Step[], saved: Ticks): Explanation {
  const awaited = nameOf(graph, row[0]!.awaited);
  const total = sum(row.map(waitedFor));
  return {
    message:
      `${nameOf(graph, task)} awaits ${awaited} ${row.length} times in a row, ${inWords(total)} in all. ` +
      `At the same time they would have taken ${inWords(total - saved)}, if none needs the result of another.`,
    evidence: row.slice(0, SHOWN).map(
      ({ at: { site, from, until } }): Evidence =>
        ofTask(graph, task, `waits ${inWords(until! - from)} for ${awaited}`, { site, from, until: until! }),
    ),
  };
}
