/** Which task something belongs to. */

import type { Context, Graph, Task } from './graph.ts';

/**
 * The task that runs in a context, or that made what runs there: creators are followed through reactions and resources.
 * `undefined` for the program's own first turn.
 */
export function ownerOf({ tasks, promises, resources }: Graph, context: Context): Task | undefined {
  const seen = new Set<Context>();
  let at = context;
  while (at !== 0 && !seen.has(at)) {
    seen.add(at);
    const task = tasks.get(at);
    if (task !== undefined) return task;
    at = (at < 0 ? resources.get(-at) : promises.get(at))?.context ?? 0;
  }
  return undefined;
}

/** The task that started `task`. */
export const spawnerOf = (graph: Graph, task: Task): Task | undefined => ownerOf(graph, task.context);

/**
 * Whether the code of a file starts `task` while it is loaded, often by `main()` on the last line. Such a task is the
 * program itself: nobody is there to wait for it.
 */
export const isStartedByProgram = (graph: Graph, task: Task): boolean =>
  task.context >= 0 && spawnerOf(graph, task) === undefined;
