/** The tasks around one, as nodes: those that are alike are one node until it is opened. */

import type { Neighbour, Neighbourhood, TaskLink } from '../../shared/panel/graph.ts';

export interface NeighbourNode {
  /** Says which one it is, as long as the neighbourhood does not change. */
  readonly key: string;
  readonly side: Side;
  readonly members: readonly Neighbour[];
}

export interface NeighbourEdge extends Pick<TaskLink, 'kind' | 'pending'> {
  /** Indices of nodes. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Milliseconds of waiting, all together. */
  readonly total: number;
}

/** Who starts or awaits the task is on its left, what it starts and awaits on its right. */
type Side = 'left' | 'middle' | 'right';

/** More of a kind than this are one node. */
const MOST_ALIKE = 5;

export interface FoldedNeighbours {
  readonly nodes: readonly NeighbourNode[];
  readonly edges: readonly NeighbourEdge[];
}

/** @param open keys of the nodes that are shown as the tasks that they are made of */
export function foldedNeighbours({ neighbours, links }: Neighbourhood, open: ReadonlySet<string>): FoldedNeighbours {
  const left = new Set(links.filter(({ to }) => to === 0).map(({ from }) => from));
  const sideOf = (index: number): Side => (index === 0 ? 'middle' : left.has(index) ? 'left' : 'right');
  const groups = new Map<string, number[]>();
  for (const [index, neighbour] of neighbours.entries()) {
    const key = [sideOf(index), neighbour.name, placeKey(neighbour), neighbour.task?.state].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  const nodes: NeighbourNode[] = [];
  const nodeOf = new Map<number, number>();
  for (const [key, indices] of groups) {
    const isOne = indices.length > MOST_ALIKE && !open.has(key);
    for (const part of isOne ? [indices] : indices.map(it => [it])) {
      for (const index of part) nodeOf.set(index, nodes.length);
      const members = part.map(it => neighbours[it]!);
      nodes.push({ key: isOne ? key : `${key} ${part[0]!}`, side: sideOf(part[0]!), members });
    }
  }
  return { nodes, edges: edgesOf(links, nodeOf) };
}

const placeKey = ({ place }: Neighbour): string =>
  place === undefined ? '' : `${place.file}:${place.line}:${place.character}`;

function edgesOf(links: readonly TaskLink[], nodeOf: ReadonlyMap<number, number>): NeighbourEdge[] {
  const edges = new Map<string, NeighbourEdge>();
  for (const { kind, from: source, to: target, window, pending } of links) {
    const [from, to] = [nodeOf.get(source)!, nodeOf.get(target)!];
    const key = `${kind} ${from} ${to}`;
    const known = edges.get(key) ?? { kind, from, to, count: 0, total: 0, pending: false };
    edges.set(key, {
      ...known,
      count: known.count + 1,
      total: known.total + window.until - window.from,
      pending: known.pending || pending,
    });
  }
  return [...edges.values()];
}

/** The numbers of the nodes of each side that has any, from left to right. */
export const inColumns = (nodes: readonly NeighbourNode[]): number[][] =>
  (['left', 'middle', 'right'] as const)
    .map(side => nodes.flatMap((node, index) => (node.side === side ? [index] : [])))
    .filter(({ length }) => length > 0);
