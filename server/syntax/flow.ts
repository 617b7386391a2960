/** The order in which a function's code runs: a graph of points, and the one question that is asked of it. */

import type { Node } from './ast.ts';

/** A moment of evaluation. The graph is cyclic where the code loops. */
export interface FlowPoint {
  readonly kind:
    /** `node` has been evaluated. A closure counts as evaluated where it is made; its code is none of this graph. */
    | 'step'
    /** It is decided which way to go: by the operand, clause, statement or loop that `node` is. */
    | 'branch'
    /** Control is given away here, and other code runs: `await`, `yield`, a turn of `for await`. */
    | 'suspension'
    /** A `throw` statement; all that follows it is `raised`. */
    | 'throw'
    /** The function ends by `return` or at its end. */
    | 'exit'
    /** The function ends by an exception that nothing in it catches. */
    | 'failure';
  readonly node: Node;
  readonly next: readonly FlowPoint[];
  /** Where control goes if an exception comes up here; `undefined` where none is expected. */
  readonly raised: FlowPoint | undefined;
}

export interface Flow {
  readonly entry: FlowPoint;
  readonly exit: FlowPoint;
  readonly failure: FlowPoint;
}

/** Which exceptions a path may take: those of `throw` alone, or also those that calls and awaits may throw. */
export type Exceptions = 'thrown' | 'any';

/**
 * The shortest path from one of `starts` to a point that `judge` calls the goal, through points that it lets
 * pass. Starts are judged as well. "Is it read on every path to the exit?" is "is there no path to the
 * exit that a read does not block?"
 */
export function somePath(
  starts: readonly FlowPoint[],
  exceptions: Exceptions,
  judge: (point: FlowPoint) => 'goal' | 'pass' | 'block',
): readonly FlowPoint[] | undefined {
  const before = new Map<FlowPoint, FlowPoint | undefined>(starts.map(start => [start, undefined]));
  for (const [point] of before) {
    const verdict = judge(point);
    if (verdict === 'goal') return pathTo(point, before);
    if (verdict === 'block') continue;
    for (const after of successors(point, exceptions)) if (!before.has(after)) before.set(after, point);
  }
  return undefined;
}

/** What may come directly after a point. */
export function successors({ kind, next, raised }: FlowPoint, exceptions: Exceptions): readonly FlowPoint[] {
  const isTaken = raised !== undefined && (kind === 'throw' || exceptions === 'any');
  return isTaken ? [...next, raised] : next;
}

/**
 * Where `node` is evaluated. Code of a `finally` block has a point for each way out of its `try`; dead code has none.
 */
export function pointsOf({ entry }: Flow, node: Node): readonly FlowPoint[] {
  const found: FlowPoint[] = [];
  somePath([entry], 'any', point => {
    if (point.node === node) found.push(point);
    return 'pass';
  });
  return found;
}

function pathTo(goal: FlowPoint, before: ReadonlyMap<FlowPoint, FlowPoint | undefined>): readonly FlowPoint[] {
  const path: FlowPoint[] = [];
  for (let point: FlowPoint | undefined = goal; point; point = before.get(point)) path.unshift(point);
  return path;
}
