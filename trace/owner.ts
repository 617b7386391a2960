/** Which task something belongs to. */

import type { Context, Graph, Task } from './graph.ts';

/**
 * The task that runs in a context, or that made what runs there: creators are followed through reactions and resources.
 * `undefined` for the program's own first turn.
 */
export function ownerOf({ tables }: Graph, context: Context): Task | undefined {
  const row = tables.ownerOf(context);
  return row === 0 ? undefined : tables.tasks.view(row);
}

/** The task that started `task`. */
export const spawnerOf = (graph: Graph, task: Task): Task | undefined => ownerOf(graph, task.context);

/**
 * Whether the code of a file starts `task` while it is loaded, often by `main()` on the last line. Such a task is the
 * program itself: nobody is there to wait for it.
 */
export const isStartedByProgram = (graph: Graph, task: Task): boolean =>
  task.context >= 0 && spawnerOf(graph, task) === undefined;
