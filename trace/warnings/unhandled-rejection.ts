import type { Graph, PromiseNode, Task, Ticks } from '../graph.ts';
import { linksOf, type RejectionLinks } from '../rejections.ts';
import { nameOf, nameOfSite } from '../words.ts';
import type { Evidence, Explanation, Occurrence, WarningKind } from './warning.ts';

export const unhandledRejection: WarningKind = {
  name: 'unhandled-rejection',
  summary: 'A rejection that nobody handles, with who made the promise, who rejected it, and who had it in hand.',
  advice: 'Await the promise inside `try`, hand it on to somebody who does, or attach `.catch` as soon as it is made.',

  *find(graph) {
    for (const promise of graph.promises.values()) if (promise.unhandled) yield occurrence(graph, promise);
  },
};

function occurrence(graph: Graph, promise: PromiseNode): Occurrence {
  const links = linksOf(graph, promise);
  const { rejecter, handler } = links;
  return {
    severity: 'error',
    sites: [rejecter?.site ?? handler?.site ?? 0, handler?.site ?? 0],
    duration: 0,
    explain: () => explain(graph, links),
  };
}

function explain(graph: Graph, { origin, creator, rejecter, handler }: RejectionLinks): Explanation {
  const task = graph.tasks.get(origin.id);
  const subject = task === undefined ? 'a promise' : nameOf(graph, task);
  const made = task === undefined ? 'made' : 'started';
  const rejected = task === undefined ? `was rejected by ${named(graph, rejecter)}` : 'ended with an exception';
  return {
    message:
      `Nobody handles a rejection, which ends the process by default: ${subject}, ${made} by ${named(graph, creator)}, ` +
      `${rejected}.`,
    evidence: [
      ...evidence(graph, `${made} by ${named(graph, creator)}`, creator),
      ...evidence(graph, `${subject} ${rejected}`, rejecter, lastAwait(rejecter)),
      ...evidence(graph, `${named(graph, handler)} had the promise in hand, and did not handle it`, handler),
    ],
  };
}

const named = (graph: Graph, task: Task | undefined): string =>
  task === undefined ? 'the program or its callbacks' : nameOf(graph, task);

interface Place {
  readonly site: number;
  readonly from: Ticks;
}

/** Where a task went on for the last time: what has thrown came after it, or it itself. */
function lastAwait(task: Task | undefined): Place | undefined {
  const last = task?.awaits.findLast(({ until }) => until !== undefined);
  return last && { site: last.site, from: last.until! };
}

function evidence(graph: Graph, message: string, task: Task | undefined, place?: Place): Evidence[] {
  if (task === undefined) return [];
  const after = place === undefined ? '' : ` after ${nameOfSite(graph.sites.get(place.site))}`;
  return [
    {
      message: message + after,
      site: place?.site ?? task.site,
      task: task.id,
      from: place?.from ?? task.startedAt,
      until: task.endedAt ?? graph.until,
    },
  ];
}
