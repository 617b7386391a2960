/** The parts of a file that can be linted by themselves. */

import { outlineOf, type OutlineFound } from '../engine/outline.ts';
import {
  isArrowFunction,
  isCallExpression,
  isFunctionExpression,
  isParenthesizedExpression,
  type Node,
  type SourceFile,
} from '../syntax/ast.ts';

/**
 * A function whose body nobody outside sees, by its place in the outline; what is outside of these; and what has such
 * functions in it.
 */
export type Part = number | 'outside' | 'around';

export class Parts {
  readonly #outline: OutlineFound;

  constructor(source: SourceFile) {
    this.#outline = outlineOf(source);
  }

  /** All parts that something may be kept about. */
  get all(): readonly Part[] {
    return [...this.#outline.functions.keys(), 'outside'];
  }

  /** A hash of a function's body. */
  bodyOf(index: number): string | undefined {
    return this.#outline.outline.bodies[index]?.[2];
  }

  /** What is between two offsets, in UTF-16 code units, as those of nodes are. */
  at(pos: number, end: number): Part {
    const { functions } = this.#outline;
    const after = firstAfter(functions, pos);
    const before = functions[after - 1];
    if (before !== undefined && end <= before.end) return after - 1;
    return functions[after] !== undefined && functions[after].pos < end ? 'around' : 'outside';
  }

  /** The functions that share some of their bodies with what is between two offsets. */
  *within(pos: number, end: number): Generator<number> {
    const { functions, outline } = this.#outline;
    for (let i = Math.max(0, firstAfter(functions, pos) - 1); i < functions.length && functions[i]!.pos < end; i++) {
      const [start, stop] = outline.bodies[i]!;
      if (start < end && pos < stop) yield i;
    }
  }

  /** Whether the file's other code, which runs past a function, knows what that did: it is called where it stands. */
  isRunInPlace(index: number): boolean {
    const fn = this.#outline.functions[index]!;
    if (!isArrowFunction(fn) && !isFunctionExpression(fn)) return false;
    let at: Node = fn;
    while (isParenthesizedExpression(at.parent)) at = at.parent;
    return isCallExpression(at.parent) && at.parent.expression === at;
  }
}

/** The place of the first function that begins after an offset. */
function firstAfter(functions: readonly Node[], offset: number): number {
  let [low, high] = [0, functions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (functions[middle]!.pos <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
