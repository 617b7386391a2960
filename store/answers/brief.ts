import type { Brief, Doer, StoryAwait } from '../../shared/panel/story.ts';
import type { TaskRef } from '../../shared/panel/tasks.ts';
import { reasonInShort, reasonInWords, type Reason } from '../../shared/trace/reason.ts';
import { counted } from '../../shared/words.ts';
import { aborterOf } from '../../trace/aborts.ts';
import type { Await, Graph, Task } from '../../trace/graph.ts';
import { spawnerOf } from '../../trace/owner.ts';
import { reasonOf } from '../../trace/rejections.ts';
import { causeOf, type Cause } from '../../trace/waits-on.ts';
import { nameOf, nameOfResource, starterOf } from '../../trace/words.ts';
import { inMs, placeOf, refTo, type Recording } from '../recording.ts';
import { endIn, endOf, lasted, stateOf } from '../task-state.ts';

/** A task's story in short; `undefined` for one that the recording does not have. */
export function brief(recording: Recording, ref: TaskRef): Brief | undefined {
  const thread = recording.threads[ref.thread];
  const task = thread?.graph.tasks.get(ref.task);
  if (thread === undefined || task === undefined) return undefined;
  const { graph } = thread;
  const { tasks, awaits } = graph.tables;
  const row = tasks.find(ref.task);
  const state = stateOf(graph, row);
  const duration = endOf(recording, graph, row) - task.startedAt;
  const [running, ready, last] = [tasks.ran[row]!, tasks.waited[row]!, tasks.lastAwait[row]!];
  const spawner = spawnerOf(graph, task);
  const site = graph.sites.get(task.site);
  return {
    ref,
    site: site?.id ?? '',
    name: nameOf(graph, task),
    place: placeOf(site),
    state,
    reason: inWords(reasonOf(graph, task.id)),
    start: recording.at(thread, task.startedAt),
    duration: inMs(duration),
    running: inMs(running),
    ready: inMs(ready),
    // Who never ended while running or ready was not suspended for ever.
    suspended: inMs(Math.max(0, (state === 'suspended' ? duration : lasted(graph, row)) - running - ready)),
    startedBy: { text: starterOf(graph, task), ref: spawner && refTo(ref.thread, spawner) },
    abortedBy: abortedBy(graph, ref.thread, task),
    lastWait: last === 0 ? undefined : wait(recording, ref.thread, awaits.view(last)),
  };
}

function abortedBy(graph: Graph, thread: number, task: Task): Doer | undefined {
  const aborter = aborterOf(graph, task);
  if (aborter === undefined) return undefined;
  if (aborter.kind === 'resource') return { text: nameOfResource(aborter.resource), ref: undefined };
  return { text: nameOf(graph, aborter.task), ref: refTo(thread, aborter.task) };
}

/** One suspension of a task of the thread with this index. */
export function wait(recording: Recording, index: number, { site, on, from, until }: Await): StoryAwait {
  const thread = recording.threads[index]!;
  const { graph } = thread;
  const cause = causeOf(graph, on);
  return {
    place: placeOf(graph.sites.get(site)),
    text: textOf(graph, cause),
    ref: cause.kind === 'task' || cause.kind === 'settledBy' ? refTo(index, cause.task) : undefined,
    from: recording.at(thread, from),
    duration: inMs(endIn(recording, graph, until ?? Infinity) - from),
    pending: until === undefined,
  };
}

/** What somebody waited for, in words. */
export function textOf(graph: Graph, cause: Cause): string {
  switch (cause.kind) {
    case 'value':
      return 'a value';
    case 'task':
      return nameOf(graph, cause.task) + failureOf(graph, cause.task);
    case 'settledBy':
      return `a promise that ${nameOf(graph, cause.task)} settles`;
    case 'combined':
      return `${counted(cause.causes.length, 'promise')} at once`;
    case 'resource':
      return nameOfResource(cause.resource);
    case 'pending':
      return 'a promise that is pending';
    case 'unknown':
      return 'a promise that was settled unseen';
  }
}

const inWords = (reason: Reason | undefined): string => (reason === undefined ? '' : reasonInWords(reason));

function failureOf(graph: Graph, { id, outcome }: Task): string {
  if (outcome !== 'rejected') return '';
  const reason = reasonOf(graph, id);
  return reason === undefined ? ', which failed' : `, which failed: ${reasonInShort(reason)}`;
}
