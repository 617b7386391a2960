import type { Overview } from '../../shared/panel/questions.ts';
import type { Gap } from '../../shared/panel/timeline.ts';
import { failuresIn, programOf } from '../../trace/ending.ts';
import type { Gap as MomentOfGap } from '../../trace/graph.ts';
import type { Thread } from '../../trace/thread.ts';
import { unsampledInWords } from '../../trace/unsampled.ts';
import { counted } from '../../shared/words.ts';
import type { Recording } from '../recording.ts';

/** What is to be said of the recording as a whole. */
export function overview(recording: Recording): Overview {
  const streams = recording.threads.map(({ stream }) => stream);
  const threads = recording.threads.map(thread => ({
    name: nameOf(recording, thread),
    tasks: thread.graph.tasks.size,
  }));
  return {
    threads,
    tasks: threads.reduce((sum, { tasks }) => sum + tasks, 0),
    duration: recording.duration,
    firstTask: Math.min(recording.duration, ...recording.threads.flatMap(thread => firstTaskOf(recording, thread))),
    progress: recording.progress,
    exitCode: exitCodeOf(recording),
    failures: recording.progress === 'complete' ? failuresIn(streams) : [],
    missing: [...recording.threads.flatMap(missingIn), ...unsampledIn(recording), ...recording.damages],
    gaps: recording.threads.flatMap((thread, index) => thread.graph.gaps.map(it => gapAt(recording, index, it))),
  };
}

function firstTaskOf(recording: Recording, thread: Thread): number[] {
  const { tasks } = thread.graph.tables;
  return tasks.size === 0 ? [] : [recording.at(thread, tasks.startedAt[1]!)];
}

function exitCodeOf({ threads }: Recording): number | undefined {
  const [first, ...others] = threads
    .filter(({ stream }) => stream.info.thread === 0)
    .map(({ stream }) => stream.end?.exitCode);
  return others.every(it => it === first) ? first : undefined;
}

/**
 * `app.js (4711)`, with the number of the thread where it is not the first of its process: its command line tells less.
 */
export function nameOf({ threads }: Recording, { stream }: Thread): string {
  const { pid, thread } = stream.info;
  const first = threads.find(({ stream: { info } }) => info.pid === pid && info.thread === 0)?.stream ?? stream;
  return `${programOf(first)} (${pid}${thread === 0 ? '' : `, worker ${thread}`})`;
}

function unsampledIn({ threads }: Recording): string[] {
  const said = unsampledInWords(threads.map(({ graph }) => graph));
  return said === undefined ? [] : [said];
}

function missingIn({ graph, stream }: Thread): string[] {
  return [
    ...(graph.dropped > 0 ? [`${counted(graph.dropped, 'event')} could not be written.`] : []),
    ...stream.skipped.map(({ file, reason }) => `${file} ran without a look into it: ${reason}`),
    ...(Number(/\d+/.exec(stream.info.node)?.[0]) < 22
      ? ['On Node 20, timers, files and sockets are not recorded: Node 22 and later can tell of them cheaply.']
      : []),
  ];
}

const gapAt = (recording: Recording, index: number, { at, events }: MomentOfGap): Gap => ({
  thread: index,
  at: recording.at(recording.threads[index]!, at),
  text:
    events === undefined ? 'What happened before was not recorded' : `${counted(events, 'event')} could not be written`,
});
