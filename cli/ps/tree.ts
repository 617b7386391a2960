/** Suspended functions as a tree of who waits for whom, in which those that are alike are one. */

import { folded, rootsOf, type Branch as AlikeTasks } from '../../trace/wait-tree.ts';
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
  const below = ({ waitsFor }: WaitingTask) => waitsFor;
  return sorted(folded(rootsOf(tasks, below), { below, keyOf }));
}

const keyOf = ({ name, place: { file, line, column } }: WaitingTask): string => [name, file, line, column].join('\0');

const sorted = (branches: readonly AlikeTasks<WaitingTask>[]): Branch[] =>
  branches
    .map(({ alike, branches: lower }) => {
      const [{ name, place }] = alike as [WaitingTask];
      return { name, place, count: alike.length, branches: sorted(lower) };
    })
    .sort(byPlace);

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
