/** What the tasks of a program are known to do, in a form that a rebuilt graph can be compared with. */

import type { Graph, Task } from '../../trace/graph.ts';
import { spawnerOf } from '../../trace/owner.ts';
import { causeOf, type Cause } from '../../trace/waits-on.ts';
import { nameOf } from './describe.ts';

/** What an await waits for: a kind of thing, a child, a child that settles it by a call, or several. */
export type Target = string | TruthTask | { readonly settledBy: TruthTask } | readonly Target[];

export interface TruthTask {
  readonly name: string;
  readonly line: number;
  /** Whether the code of its parent called it, and no callback of it. */
  readonly direct: boolean;
  outcome: 'fulfilled' | 'rejected';
  readonly children: TruthTask[];
  readonly awaits: { readonly line: number; readonly on: Target }[];
}

/**
 * One line for each task and each await, as a tree. What is awaited is named by its place among the children of its
 * name
 * that were started directly. When callbacks start theirs depends on time: those come last, in the order of their
 * texts.
 */
export const truthLines = (program: TruthTask): string[] => childrenLines(fromTruth, program, '');

export function graphLines(graph: Graph, file: string): string[] {
  const children = childrenIn(graph, file);
  const view: View<Task> = {
    title: task => `${nameOf(graph, task)}:${graph.sites.get(task.site)!.line + 1} ${task.outcome}`,
    name: task => nameOf(graph, task),
    direct: task => task.context === (spawnerOf(graph, task)?.id ?? 0),
    children: task => children.get(task.id) ?? [],
    same: (one, other) => one.id === other.id,
    awaits: task =>
      task.awaits.map(({ site, on }) => ({
        line: graph.sites.get(site)!.line + 1,
        on: causeText(causeOf(graph, on), reference(view, task)),
      })),
  };
  return (children.get(0) ?? []).flatMap(task => linesOf(view, task, ''));
}

interface View<Node> {
  title(task: Node): string;
  name(task: Node): string;
  direct(task: Node): boolean;
  children(task: Node): readonly Node[];
  awaits(task: Node): readonly { readonly line: number; readonly on: string }[];
  same(one: Node, other: Node): boolean;
}

const fromTruth: View<TruthTask> = {
  title: ({ name, line, outcome }) => `${name}:${line} ${outcome}`,
  name: ({ name }) => name,
  direct: ({ direct }) => direct,
  children: ({ children }) => children,
  same: (one, other) => one === other,
  awaits: task => task.awaits.map(({ line, on }) => ({ line, on: targetText(on, reference(fromTruth, task)) })),
};

function linesOf<Node>(view: View<Node>, task: Node, indent: string): string[] {
  return [
    indent + view.title(task),
    ...view.awaits(task).map(({ line, on }) => `${indent}  ${line} → ${on}`),
    ...childrenLines(view, task, `${indent}  `),
  ];
}

function childrenLines<Node>(view: View<Node>, task: Node, indent: string): string[] {
  const texts = (direct: boolean) =>
    view
      .children(task)
      .filter(it => view.direct(it) === direct)
      .map(it => linesOf(view, it, indent));
  return [...texts(true), ...texts(false).sort((a, b) => (a.join() < b.join() ? -1 : 1))].flat();
}

const reference =
  <Node>(view: View<Node>, task: Node) =>
  (other: Node): string => {
    const name = view.name(other);
    if (!view.direct(other)) return `${name} of a callback`;
    return `${name}#${view
      .children(task)
      .filter(it => view.direct(it) && view.name(it) === name)
      .findIndex(it => view.same(it, other))}`;
  };

function targetText(target: Target, refer: (task: TruthTask) => string): string {
  if (typeof target === 'string') return target;
  if (Array.isArray(target)) return `[${target.map(it => targetText(it as Target, refer)).join(', ')}]`;
  return 'settledBy' in target ? `settled by ${refer(target.settledBy)}` : refer(target as TruthTask);
}

function causeText(cause: Cause, refer: (task: Task) => string): string {
  switch (cause.kind) {
    case 'task':
      return refer(cause.task);
    case 'settledBy':
      return `settled by ${refer(cause.task)}`;
    case 'combined':
      return `[${cause.causes.map(it => causeText(it, refer)).join(', ')}]`;
    case 'resource':
      return cause.resource;
    default:
      return cause.kind;
  }
}

/** The tasks in a file by the number of the task that started them, 0 for none, in the order in which they began. */
function childrenIn(graph: Graph, file: string): Map<number, Task[]> {
  const children = new Map<number, Task[]>();
  for (const task of graph.tasks.values()) {
    if (!graph.sites.get(task.site)?.file.endsWith(file)) continue;
    const spawner = spawnerOf(graph, task)?.id ?? 0;
    children.set(spawner, [...(children.get(spawner) ?? []), task]);
  }
  return children;
}
