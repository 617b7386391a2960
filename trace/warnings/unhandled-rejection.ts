import { reasonInWords } from '../../shared/trace/reason.ts';
import type { Graph, PromiseNode, Task } from '../graph.ts';
import { FLAG } from '../graph/promises.ts';
import { linksOf, type RejectionLinks } from '../rejections.ts';
import { nameOf, nameOfSite } from '../words.ts';
import { ofTask } from './evidence.ts';
import type { Evidence, Explanation, Occurrence, WarningKind } from './warning.ts';

export const unhandledRejection: WarningKind = {
  name: 'unhandled-rejection',
  summary: 'A rejection that nobody handles, with who made the promise, who rejected it, and who had it in hand.',
  advice: 'Await the promise inside `try`, hand it on to somebody who does, or attach `.catch` as soon as it is made.',

  *find(graph) {
    const { promises } = graph.tables;
    for (let row = 1; row < promises.end; row++) {
      if (promises.has(row, FLAG.unhandled)) yield occurrence(graph, promises.view(row));
    }
  },
};

function occurrence(graph: Graph, promise: PromiseNode): Occurrence {
  const links = linksOf(graph, promise);
  const { rejecter, handler } = links;
  // Where a statement did not keep the promise, the mistake stands; else where it was rejected, at least.
  const place = promise.discardedAt || (rejecter?.site ?? handler?.site ?? 0);
  return {
    severity: 'error',
    sites: [place, handler?.site ?? 0],
    duration: 0,
    explain: () => explain(graph, promise, links),
  };
}

function explain(graph: Graph, { id, discardedAt }: PromiseNode, links: RejectionLinks): Explanation {
  const { origin, creator, rejecter, handler, reason } = links;
  const task = graph.tasks.get(origin.id);
  const subject = task === undefined ? 'a promise' : nameOf(graph, task);
  const made = `${task === undefined ? 'made' : 'started'} by ${named(graph, creator)}`;
  const rejected = task === undefined ? `was rejected by ${named(graph, rejecter)}` : 'ended with an exception';
  const because = reason === undefined ? '' : `: ${reasonInWords(reason).replace(/\.$/, '')}`;
  const dropped = `${named(graph, handler)} had the promise in hand, and did not handle it`;
  const { consequence, goesOn } = consequencesOf(graph, id);
  return {
    message: `Nobody handles a rejection${consequence}: ${subject}, ${made}, ${rejected}${because}.${goesOn}`,
    evidence: [
      ...(creator ? [ofTask(creator, `${subject} was ${made}`)] : []),
      ...(rejecter ? [rejection(graph, rejecter, origin, `${subject} ${rejected}`)] : []),
      ...(handler ? [ofTask(handler, dropped, { site: discardedAt || handler.site })] : []),
    ],
  };
}

/** What became of the process, within the sentence or after it. */
function consequencesOf({ stream: { info, end } }: Graph, promise: number) {
  const program = info.thread === 0 ? 'process' : 'thread';
  if (end === undefined) return { consequence: `, which ends the ${program} by default`, goesOn: '' };
  if (end.fatal?.rejection === promise) return { consequence: `, which ended the ${program}`, goesOn: '' };
  // Something else ended it, or this: that is not known.
  if (end.fatal?.rejection === 0) return { consequence: '', goesOn: '' };
  return {
    consequence: '',
    goesOn: ` The ${program} went on only because it listens for such errors, or was told to.`,
  };
}

const named = (graph: Graph, task: Task | undefined): string =>
  task === undefined ? 'the program or its callbacks' : nameOf(graph, task);

/** It came after the place where the task went on for the last time before. */
function rejection(graph: Graph, rejecter: Task, { settledAt }: PromiseNode, message: string): Evidence {
  const last = rejecter.awaits.findLast(({ until }) => until !== undefined && until <= settledAt!);
  if (last === undefined) return ofTask(rejecter, message);
  const after = `${message} after ${nameOfSite(graph.sites.get(last.site))}`;
  return ofTask(rejecter, after, { site: last.site, from: last.until! });
}
