/** What a program took its time for, in sentences. */

import { criticalPath, lastToEnd } from '../../../trace/critical-path.ts';
import type { Graph } from '../../../trace/graph.ts';
import { overlapsOn, partInWords, partsOf } from '../../../trace/path-in-words.ts';
import { inWords, nameOf } from '../../../trace/words.ts';
import { wrapped } from '../../text/wrap.ts';
import type { Page } from './warnings.ts';

/** Sentences of each kind; what comes after them hardly matters. */
const SENTENCES = 5;

const INDENT = '  ';

/** Lines about the task that ended last in a thread; none where no task has ended. */
export function pathLines(graph: Graph, { width, paint }: Page): string[] {
  const last = lastToEnd(graph);
  if (last === undefined) return [];
  const path = criticalPath(graph, last);
  const [first, end] = [path[0], path.at(-1)];
  if (first === undefined || end === undefined) return [];
  const title = `Critical path of ${nameOf(graph, graph.tasks.get(last)!)}, which ended last: ${inWords(end.until - first.from)}`;
  const sentences = [
    ...partsOf(graph, path).slice(0, SENTENCES).map(partInWords),
    ...overlapsOn(graph, path).slice(0, SENTENCES),
  ];
  return [paint.strong(title), ...sentences.flatMap(it => wrapped(it, width, INDENT))];
}
