import type { Graph, Task } from '../graph.ts';
import { isStartedByProgram, spawnerOf } from '../owner.ts';
import { inWords, nameOf, starterOf } from '../words.ts';
import { ofTask } from './evidence.ts';
import type { Explanation, Occurrence, WarningKind } from './warning.ts';

export const neverAwaited: WarningKind = {
  name: 'never-awaited',
  summary: 'A task that nobody awaits.',
  advice: 'Await it, or hand its promise on; if it is meant to run on by itself, attach a handler for its errors.',

  *find(graph) {
    const { promises, tasks } = graph.tables;
    for (let row = 1; row < promises.end; row++) {
      if (promises.consumers[row] !== 0 || promises.task[row] === 0) continue;
      const task = tasks.view(promises.task[row]!);
      if (isNeverAwaited(graph, task)) yield occurrence(graph, task);
    }
  },
};

/** @param task nothing was derived from its promise */
function isNeverAwaited(graph: Graph, task: Task): boolean {
  const { id, kind, endedAt } = task;
  if (kind !== 'function' || endedAt === undefined || isStartedByProgram(graph, task)) return false;
  // A rejection that nobody handles is told by a warning of its own.
  return !graph.promises.get(id)!.unhandled;
}

function occurrence(graph: Graph, task: Task): Occurrence {
  const spawner = spawnerOf(graph, task);
  const { discardedAt } = graph.promises.get(task.id)!;
  return {
    // A callback, of an event for example, can wait for nothing: that it starts a task may be just what is meant.
    severity: spawner !== undefined && spawner.id === task.context ? 'warn' : 'info',
    sites: discardedAt === 0 ? [task.site, spawner?.site ?? 0] : [discardedAt, task.site],
    duration: task.endedAt! - task.startedAt,
    explain: () => explain(graph, task, spawner, discardedAt),
  };
}

function explain(graph: Graph, task: Task, spawner: Task | undefined, discardedAt: number): Explanation {
  const name = nameOf(graph, task);
  const starter = starterOf(graph, task);
  const lasted = inWords(task.endedAt! - task.startedAt);
  return {
    message:
      `Nobody awaits ${name}, which ${starter} starts: it ran on by itself for ${lasted}, ` +
      'and nobody would have heard of an error.',
    evidence: [
      ofTask(task, name),
      ...(spawner ? [ofTask(spawner, `${starter} starts ${name}`, { site: discardedAt || spawner.site })] : []),
    ],
  };
}
