import type { WaitBranch } from '../../shared/panel/story.ts';
import type { Graph } from '../../trace/graph.ts';
import { suspendedTasks } from '../../trace/suspended.ts';
import { folded, rootsOf, type Branch } from '../../trace/wait-tree.ts';
import { waitersIn } from '../../trace/waiters.ts';
import { nameOf, nameOfSite } from '../../trace/words.ts';
import { inMs, placeOf, refTo, type Recording } from '../recording.ts';
import { endIn } from '../task-state.ts';

/** Tasks that are suspended at the end, from those for whom nobody waits to those that they wait for. */
export const waiting = (recording: Recording): WaitBranch[] =>
  recording.threads.flatMap(({ graph }, thread) => {
    const suspended = suspendedTasks(graph);
    const { tasks } = graph.tables;
    const rows = Array.from(suspended.keys(), id => tasks.find(id));
    const below = (suspension: number) =>
      suspended.get(taskOf(graph, suspension))!.waitsFor.map(({ task }) => tasks.lastAwait[tasks.find(task.id)]!);
    const suspensions = rows.map(row => tasks.lastAwait[row]!);
    const tree = folded(rootsOf(suspensions, below), { below, keyOf: keyIn(graph) });
    return tree.map(it => toBranch(recording, thread, it));
  });

/** Who waits for a task, given by its row, or waited for it; and who for those. */
export function waitersOf(recording: Recording, thread: number, task: number): WaitBranch[] {
  const { graph } = recording.threads[thread]!;
  const waiters = waitersIn(graph);
  const below = (suspension: number) => waiters.awaitsOf(graph.tables.awaits.task[suspension]!);
  return folded(waiters.awaitsOf(task), { below, keyOf: keyIn(graph) }).map(it => toBranch(recording, thread, it));
}

/** Suspensions at one place are alike. */
const keyIn =
  ({ tables: { awaits } }: Graph) =>
  (suspension: number): string =>
    String(awaits.site[suspension]);

const taskOf = ({ tables: { awaits, tasks } }: Graph, suspension: number): number =>
  tasks.id[awaits.task[suspension]!]!;

/** What a tree of suspensions says of their tasks: one that has waited there twice counts once. */
function toBranch(recording: Recording, index: number, { alike, branches }: Branch<number>): WaitBranch {
  const thread = recording.threads[index]!;
  const { graph } = thread;
  const { awaits, tasks } = graph.tables;
  const first = alike[0]!;
  const site = graph.sites.get(awaits.site[first]!);
  const lasted = (it: number) => endIn(recording, graph, awaits.until[it]!) - awaits.from[it]!;
  const longest = alike.reduce((most, it) => Math.max(most, lasted(it)), 0);
  return {
    name: nameOf(graph, tasks.view(awaits.task[first]!)),
    awaits: nameOfSite(site),
    place: placeOf(site),
    count: new Set(alike.map(it => awaits.task[it]!)).size,
    ref: refTo(index, { id: taskOf(graph, first) }),
    longest: inMs(longest),
    since: recording.at(thread, alike.reduce((earliest, it) => Math.min(earliest, awaits.from[it]!), Infinity)),
    branches: branches.map(it => toBranch(recording, index, it)),
  };
}
