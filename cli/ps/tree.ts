/** Suspended functions as a tree of who waits for whom, in which those that are alike are one. */

import { shown } from '../result.ts';
import type { Place } from './places.ts';
import type { WaitingTask } from './snapshot.ts';

export interface Branch {
  readonly name: string;
  readonly place: Place;
  readonly count: number;
  /** What they wait for. */
  readonly branches: readonly Branch[];
}

/** Begins with those for which nobody waits; where tasks wait for each other in a circle, with one of them. */
export function treeOf(tasks: readonly WaitingTask[]): Branch[] {
  const awaited = new Set(tasks.flatMap(({ waitsFor }) => waitsFor));
  const roots = tasks.filter(it => !awaited.has(it));
  const reached = new Set(roots);
  for (const task of reached) for (const next of task.waitsFor) reached.add(next);
  const circles = tasks.filter(task => {
    if (reached.has(task)) return false;
    for (const next of below(task)) reached.add(next);
    return true;
  });
  return folded([...roots, ...circles], new Set());
}

function below(task: WaitingTask): Set<WaitingTask> {
  const all = new Set([task]);
  for (const each of all) for (const next of each.waitsFor) all.add(next);
  return all;
}

/** One branch for all tasks at one place; `above` are those on the way from the root. */
function folded(tasks: readonly WaitingTask[], above: ReadonlySet<WaitingTask>): Branch[] {
  const alike = new Map<string, WaitingTask[]>();
  for (const task of new Set(tasks)) {
    if (above.has(task)) continue;
    const { file, line, column } = task.place;
    const key = [task.name, file, line, column].join('\0');
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [task]);
    else known.push(task);
  }
  const branches = Array.from(alike.values(), group => ({
    name: group[0]!.name,
    place: group[0]!.place,
    count: group.length,
    branches: folded(group.flatMap(({ waitsFor }) => waitsFor), new Set([...above, ...group])),
  }));
  return branches.sort(byPlace);
}

/** As they stand in the source: where things lie in a heap means nothing. */
const byPlace = ({ place: a }: Branch, { place: b }: Branch): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

/** A line for each branch. */
export function treeLines(branches: readonly Branch[], cwd: string, indent = ''): string[] {
  return branches.flatMap((branch, at) => {
    const isLast = at === branches.length - 1;
    const [own, below] = indent === '' ? ['', ' '] : isLast ? ['└─ ', '   '] : ['├─ ', '│  '];
    const { name, count, place } = branch;
    const times = count === 1 ? '' : `${count.toLocaleString('en')}× `;
    const line = `${indent.slice(1)}${own}${times}${name}  ${shown(place.file, cwd)}:${place.line}:${place.column}`;
    return [line, ...treeLines(branch.branches, cwd, indent + below)];
  });
}
