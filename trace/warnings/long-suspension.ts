import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Await, Graph, Task } from '../graph.ts';
import { isOutside, type ResourceKind } from '../resource-kind.ts';
import { causeOf } from '../waits-on.ts';
import { inWords, nameOf, nameOfResource, nameOfSite } from '../words.ts';
import { ofTask } from './evidence.ts';
import type { WarningKind } from './warning.ts';

export const longSuspension: WarningKind = {
  name: 'long-suspension',
  summary: 'An await of a file, the network or another resource that takes seconds.',
  advice: 'Give it a limit with `AbortSignal.timeout`, and look at what is slow on the other side.',

  *find(graph, { 'long-suspension': milliseconds }) {
    const threshold = milliseconds * TICKS_PER_MS;
    for (const task of graph.tasks.values()) {
      for (const it of task.awaits) {
        const until = it.until ?? graph.until;
        if (until - it.from < threshold || graph.sites.get(it.site)?.kind === 'forAwait') continue;
        const cause = causeOf(graph, it.on);
        // Of tasks that wait for each other, the last in line is told: what it waits for keeps all of them.
        if (cause.kind !== 'resource' || !isOutside(cause.resource)) continue;
        yield {
          severity: 'info',
          sites: [it.site],
          duration: until - it.from,
          explain: () => explain(graph, task, it, until, cause.resource),
        };
      }
    }
  },
};

function explain(graph: Graph, task: Task, { site, from }: Await, until: number, resource: ResourceKind) {
  const awaited = nameOfSite(graph.sites.get(site));
  const name = nameOf(graph, task);
  return {
    message: `${name} waited ${inWords(until - from)} at ${awaited} for ${nameOfResource(resource)}.`,
    evidence: [ofTask(task, `${name} is suspended at ${awaited}`, { site, from, until })],
  };
}
