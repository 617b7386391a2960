/** A graph in words: what the patterns' files say of their programs. */

import type { Await, Graph, Task } from '../../trace/graph.ts';
import { spawnerOf } from '../../trace/owner.ts';
import { causeOf, type Cause } from '../../trace/waits-on.ts';

/**
 * One line for each task of a file in the order in which they began, and one for each of its awaits:
 *
 *     main: by program
 *       3 → timer
 */
export function describeGraph(graph: Graph, file: string): string[] {
  const tasks = [...graph.tasks.values()].filter(({ site }) => graph.sites.get(site)?.file.endsWith(file));
  return tasks.flatMap(task => [
    `${nameOf(graph, task)}: by ${starter(graph, task)}${ending(graph, task)}`,
    ...task.awaits.map(it => `  ${lineOf(graph, it)} → ${inWords(graph, causeOf(graph, it.on))}`),
  ]);
}

export const nameOf = ({ sites }: Graph, { site }: Task): string => {
  const { kind, name } = sites.get(site)!;
  return kind === 'module' ? 'module' : name || 'anonymous';
};

const lineOf = ({ sites }: Graph, { site }: Await): number => sites.get(site)!.line + 1;

function starter(graph: Graph, task: Task): string {
  const spawner = spawnerOf(graph, task);
  return spawner === undefined ? 'program' : nameOf(graph, spawner);
}

function ending(graph: Graph, { outcome, kind, id }: Task): string {
  const { consumers, unhandled } = graph.promises.get(id)!;
  const notes = [
    outcome === 'fulfilled' ? '' : outcome,
    kind === 'function' && consumers === 0 ? 'awaited by nobody' : '',
    unhandled ? 'unhandled' : '',
  ].filter(Boolean);
  return notes.length === 0 ? '' : ` (${notes.join(', ')})`;
}

export function inWords(graph: Graph, cause: Cause): string {
  switch (cause.kind) {
    case 'task':
      return nameOf(graph, cause.task);
    case 'settledBy':
      return `settled by ${nameOf(graph, cause.task)}`;
    case 'combined':
      return `[${cause.causes.map(it => inWords(graph, it)).join(', ')}]`;
    case 'resource':
      return cause.resource;
    default:
      return cause.kind;
  }
}
