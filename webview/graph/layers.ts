/** Where the nodes of a graph are drawn: in columns, for functions by how far they are from the program's start. */

import type { GraphEdge } from '../../shared/panel/graph.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Placed {
  /** By index of the node: its upper left corner. */
  readonly nodes: readonly Point[];
  readonly width: number;
  readonly height: number;
}

/** Pixels. */
export const NODE_WIDTH = 184;
export const NODE_HEIGHT = 46;
const COLUMN_GAP = 64;
const ROW_GAP = 18;
const MARGIN = 16;
/** Sweeps that pull nodes towards their neighbours; more change hardly anything. */
const SWEEPS = 4;

/** @param count of nodes; the first is the program */
export function place(count: number, edges: readonly GraphEdge[]): Placed {
  const columns = inColumns(depths(count, edges));
  const near = neighbours(count, edges);
  for (let sweep = 0; sweep < SWEEPS; sweep++) for (const column of columns) sort(column, columns, near);
  return inRows(columns);
}

/** Columns from left to right, each with its nodes from top to bottom. */
export function inRows(columns: readonly (readonly number[])[]): Placed {
  const nodes: Point[] = [];
  const tallest = Math.max(...columns.map(({ length }) => length));
  for (const [at, column] of columns.entries()) {
    const top = MARGIN + ((tallest - column.length) * (NODE_HEIGHT + ROW_GAP)) / 2;
    for (const [row, node] of column.entries()) {
      nodes[node] = { x: MARGIN + at * (NODE_WIDTH + COLUMN_GAP), y: top + row * (NODE_HEIGHT + ROW_GAP) };
    }
  }
  return {
    nodes,
    width: 2 * MARGIN + columns.length * (NODE_WIDTH + COLUMN_GAP) - COLUMN_GAP,
    height: 2 * MARGIN + tallest * (NODE_HEIGHT + ROW_GAP) - ROW_GAP,
  };
}

/** How many tasks start one another before a node's: breadth first, from the program on. */
function depths(count: number, edges: readonly GraphEdge[]): number[] {
  const started = listsOf(count);
  for (const { from, to, kind } of edges) if (kind === 'spawn') started[from]!.push(to);
  const found = new Array<number>(count).fill(-1);
  found[0] = 0;
  const queue = [0];
  for (const node of queue) {
    for (const to of started[node]!) {
      if (found[to] !== -1) continue;
      found[to] = found[node]! + 1;
      queue.push(to);
    }
  }
  // Whose starter is left out stands beside those that the program starts.
  return found.map(depth => (depth === -1 ? 1 : depth));
}

/** By node, in whatever direction: one to which two edges lead is there twice. */
function neighbours(count: number, edges: readonly GraphEdge[]): number[][] {
  const near = listsOf(count);
  for (const { from, to } of edges) {
    if (from === to) continue;
    near[from]!.push(to);
    near[to]!.push(from);
  }
  return near;
}

const listsOf = (count: number): number[][] => Array.from({ length: count }, () => []);

function inColumns(depth: readonly number[]): number[][] {
  const columns: number[][] = [];
  for (const [node, at] of depth.entries()) (columns[at] ??= []).push(node);
  return columns.filter(column => column !== undefined);
}

/** Orders a column by the middle of each node's neighbours; of equals, the one that was first stays first. */
function sort(column: number[], columns: readonly (readonly number[])[], near: readonly (readonly number[])[]): void {
  const rows = new Map<number, number>();
  for (const nodes of columns) for (const [row, node] of nodes.entries()) rows.set(node, row / nodes.length);
  const middle = new Map<number, number>();
  for (const node of column) {
    const around = near[node]!;
    const sum = around.reduce((total, it) => total + rows.get(it)!, 0);
    middle.set(node, around.length === 0 ? rows.get(node)! : sum / around.length);
  }
  column.sort((a, b) => middle.get(a)! - middle.get(b)! || a - b);
}
