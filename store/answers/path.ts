import type { CriticalPath } from '../../shared/panel/questions.ts';
import type { TaskRef } from '../../shared/panel/tasks.ts';
import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import { criticalPath, longestTask, type PathSegment } from '../../trace/critical-path.ts';
import { overlapsOn, partInWords, partsOf } from '../../trace/path-in-words.ts';
import type { Thread } from '../../trace/thread.ts';
import type { Recording } from '../recording.ts';
import { lasted } from '../task-state.ts';

/** The critical path to a task, or to the one that took longest. */
export function path(recording: Recording, wanted: TaskRef | undefined): CriticalPath | undefined {
  const ref = wanted ?? longest(recording);
  const thread = ref && recording.threads[ref.thread];
  if (ref === undefined || thread?.graph.tasks.has(ref.task) !== true) return undefined;
  const { graph } = thread;
  const segments = criticalPath(graph, ref.task);
  const duration = segments.reduce((sum, { from, until }) => sum + until - from, 0);
  return {
    ref,
    duration: duration / TICKS_PER_MS,
    sentences: [...partsOf(graph, segments).map(partInWords), ...overlapsOn(graph, segments)],
    shares: sharesOf(thread, segments, duration),
  };
}

function longest({ threads }: Recording): TaskRef | undefined {
  const found = threads.flatMap(({ graph }, thread) => {
    const task = longestTask(graph);
    if (task === undefined) return [];
    return { ref: { thread, task }, duration: lasted(graph, graph.tables.tasks.find(task)) };
  });
  return found.sort((a, b) => b.duration - a.duration)[0]?.ref;
}

function sharesOf({ graph }: Thread, segments: readonly PathSegment[], whole: number): CriticalPath['shares'] {
  const times = new Map<string, number>();
  for (const { task, from, until } of segments) {
    const site = graph.sites.get(graph.tasks.get(task)?.site ?? 0)?.id ?? '';
    times.set(site, (times.get(site) ?? 0) + until - from);
  }
  return Array.from(times, ([site, time]) => ({ site, share: time / whole }));
}
