/** What a thread took its time for. */

import { criticalPath, longestTask } from '../../../trace/critical-path.ts';
import type { Graph, Task, Ticks } from '../../../trace/graph.ts';
import { overlapsOn, partInWords, partsOf, type PathPart } from '../../../trace/path-in-words.ts';
import { inWords, nameOf } from '../../../trace/words.ts';
import { wrapped } from '../../text/wrap.ts';
import type { Page } from './warnings.ts';

/** Sentences of each kind; what comes after them hardly matters. */
const SENTENCES = 5;

const INDENT = '  ';

/** The path of the task that took longest. */
export interface LongestPath {
  readonly task: Task;
  readonly duration: Ticks;
  /** The longest first. */
  readonly parts: readonly PathPart[];
  /** Sentences about what could overlap. */
  readonly overlaps: readonly string[];
}

/** `undefined` where there is no task. */
export function longestPath(graph: Graph): LongestPath | undefined {
  const longest = longestTask(graph);
  if (longest === undefined) return undefined;
  const path = criticalPath(graph, longest);
  return {
    task: graph.tasks.get(longest)!,
    duration: path.reduce((sum, { from, until }) => sum + until - from, 0),
    parts: partsOf(graph, path).slice(0, SENTENCES),
    overlaps: overlapsOn(graph, path).slice(0, SENTENCES),
  };
}

/** Lines; none where there is no task. */
export function pathLines(graph: Graph, { width, paint }: Page): string[] {
  const longest = longestPath(graph);
  if (longest === undefined) return [];
  const { task, duration, parts, overlaps } = longest;
  const whole = task.endedAt === undefined ? 'which never ended, until the recording did' : 'which took longest';
  const title = `Critical path of ${nameOf(graph, task)}, ${whole}: ${inWords(duration)}`;
  return [paint.strong(title), ...[...parts.map(partInWords), ...overlaps].flatMap(it => wrapped(it, width, INDENT))];
}
