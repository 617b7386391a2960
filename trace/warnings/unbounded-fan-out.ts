import type { Graph, Task, Ticks } from '../graph.ts';
import { isOutside } from '../resource-kind.ts';
import { causeOf } from '../waits-on.ts';
import { counted } from '../../shared/words.ts';
import { nameOf, nameOfResource } from '../words.ts';
import { ofTask } from './evidence.ts';
import type { Explanation, WarningKind } from './warning.ts';

export const unboundedFanOut: WarningKind = {
  name: 'unbounded-fan-out',
  summary: 'Many tasks started at once, all of which wait for files, sockets or other resources at the same time.',
  advice: 'Let a limited number run at a time, with p-limit or p-map, or in chunks.',

  *find(graph, { 'unbounded-fan-out': limit }) {
    const fans = fansOf(graph, limit);
    if (fans.size === 0) return;
    for (const [fan, use] of usesOf(graph, fans)) {
      const peak = peakOf(use);
      if (peak.count < limit) continue;
      yield {
        severity: 'info',
        sites: [fan.spawner.site, fan.tasks[0]!.site],
        duration: peak.until - peak.from,
        explain: () => explain(graph, fan, use, peak),
      };
    }
  },
};

/** Tasks of one function that one task has started. */
interface Fan {
  readonly spawner: Task;
  readonly tasks: Task[];
}

/** When something waited for a resource, on behalf of one of the tasks. */
interface Use {
  readonly from: Ticks;
  readonly until: Ticks;
  readonly task: Task;
  readonly resource: string;
}

/** By the number of the tasks in them: those that are large enough. */
function fansOf({ tasks }: Graph, limit: number): Map<number, Fan> {
  const children = new Map<number, number>();
  for (const { context } of tasks.values()) children.set(context, (children.get(context) ?? 0) + 1);
  const fans = new Map<string, Fan>();
  for (const task of tasks.values()) {
    const spawner = children.get(task.context)! < limit ? undefined : tasks.get(task.context);
    if (spawner === undefined) continue;
    const key = `${spawner.id} ${task.site}`;
    const fan = fans.get(key);
    if (fan === undefined) fans.set(key, { spawner, tasks: [task] });
    else fan.tasks.push(task);
  }
  const large = [...fans.values()].filter(fan => fan.tasks.length >= limit);
  return new Map(large.flatMap(fan => fan.tasks.map(task => [task.id, fan] as const)));
}

/** What tasks waited for, for each of the fans from which they come, directly or through others. */
function usesOf(graph: Graph, fans: ReadonlyMap<number, Fan>): Map<Fan, Use[]> {
  const uses = new Map<Fan, Use[]>();
  for (const task of graph.tasks.values()) {
    const fan = fanAbove(graph, task, fans);
    if (fan === undefined) continue;
    for (const { on, from, until = graph.until } of task.awaits) {
      const cause = causeOf(graph, on);
      if (cause.kind !== 'resource' || !isOutside(cause.resource)) continue;
      const use = { from, until, task, resource: nameOfResource(cause.resource) };
      const known = uses.get(fan);
      if (known === undefined) uses.set(fan, [use]);
      else known.push(use);
    }
  }
  return uses;
}

function fanAbove({ tasks }: Graph, task: Task, fans: ReadonlyMap<number, Fan>): Fan | undefined {
  for (let at: Task | undefined = task; at !== undefined; at = tasks.get(at.context)) {
    const fan = fans.get(at.id);
    if (fan !== undefined) return fan;
  }
  return undefined;
}

interface Peak {
  readonly count: number;
  readonly from: Ticks;
  readonly until: Ticks;
}

/** When most of them were under way. */
function peakOf(uses: readonly Use[]): Peak {
  const changes = uses
    .flatMap(({ from, until }) => [
      { at: from, by: 1 },
      { at: until, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let count = 0;
  let peak: Peak = { count: 0, from: 0, until: 0 };
  for (const [index, { at, by }] of changes.entries()) {
    count += by;
    if (count > peak.count) peak = { count, from: at, until: changes[index + 1]?.at ?? at };
  }
  return peak;
}

function explain(graph: Graph, { spawner, tasks }: Fan, uses: readonly Use[], { count, from }: Peak): Explanation {
  const name = nameOf(graph, tasks[0]!);
  const one = uses.find(it => it.from <= from && it.until > from) ?? uses[0]!;
  return {
    message:
      `${nameOf(graph, spawner)} starts ${name} ${counted(tasks.length, 'time')}, and ${count.toLocaleString('en')} of ` +
      `them wait for ${one.resource} at the same time: with more to do, memory, connections or file handles run out.`,
    evidence: [
      ofTask(spawner, `starts ${name} ${counted(tasks.length, 'time')}`),
      ofTask(one.task, `one of ${count.toLocaleString('en')} that wait for ${one.resource}`),
    ],
  };
}
