/** The parts of a file that can be linted by themselves. */

import { outlineOf, type OutlineFound } from '../engine/outline.ts';
import { compareSuites, isRunInPlace, leavesOf, suiteOf, type Suite } from '../engine/suites.ts';
import type { Node, SourceFile } from '../syntax/ast.ts';

/**
 * A function whose body nobody outside sees, by its place in the outline; a piece of a suite in such a function, by its
 * path from there; what is outside of these functions; and what has such functions in it.
 */
export type Part = number | PiecePath | 'outside' | 'around';
type PiecePath = `${number}/${string}`;

/** The function that a part is, or is in. */
export const functionOf = (part: Part): number | undefined =>
  part === 'outside' || part === 'around' ? undefined : typeof part === 'number' ? part : Number.parseInt(part, 10);

/** A path that ends in a slash is that of a suite. */
interface PlaceInSuite {
  readonly path: PiecePath;
  readonly kind: 'piece' | 'between pieces' | 'around pieces';
}

/** The parts of a file. Worked out once for each version of it. */
export function partsOf(source: SourceFile): Parts {
  let parts = known.get(source);
  if (!parts) known.set(source, (parts = new Parts(source)));
  return parts;
}

const known = new WeakMap<SourceFile, Parts>();

export class Parts {
  readonly #source: SourceFile;
  readonly #outline: OutlineFound;
  readonly #suites = new Map<number, Suite | undefined>();

  constructor(source: SourceFile) {
    this.#source = source;
    this.#outline = outlineOf(source);
  }

  /** All parts that something may be kept about. */
  get all(): readonly Part[] {
    return this.functions.flatMap<Part>(index => [index, ...this.#pathsIn(index)]).concat('outside');
  }

  /** The functions whose bodies nobody outside sees. */
  get functions(): readonly number[] {
    return [...this.#outline.functions.keys()];
  }

  #suiteIn(index: number): Suite | undefined {
    if (!this.#suites.has(index)) this.#suites.set(index, suiteOf(this.#outline.functions[index]!, this.#source));
    return this.#suites.get(index);
  }

  #pathsIn(index: number): readonly PiecePath[] {
    const suite = this.#suiteIn(index);
    return suite ? leavesOf(suite, `${index}/`).map(([path]) => path as PiecePath) : [];
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
    if (before !== undefined && end <= before.end) return this.#within(after - 1, pos, end);
    return functions[after] !== undefined && functions[after].pos < end ? 'around' : 'outside';
  }

  #within(index: number, pos: number, end: number): number | PiecePath {
    const { path, kind } = this.#placeIn(index, pos, end);
    return kind === 'piece' ? path : index;
  }

  #placeIn(index: number, pos: number, end: number): PlaceInSuite {
    let path = `${index}/`;
    for (let suite = this.#suiteIn(index); suite; ) {
      const next = firstAfter(suite.pieces, pos);
      const piece = suite.pieces[next - 1];
      const isBetween = !piece || piece.end <= pos;
      if (isBetween || piece.end < end) {
        const following = suite.pieces[next];
        const holdsNone = isBetween && (!following || end <= following.pos);
        return { path: path as PiecePath, kind: holdsNone ? 'between pieces' : 'around pieces' };
      }
      path += `${next - 1}`;
      if (!piece.inner) return { path: path as PiecePath, kind: 'piece' };
      path += '/';
      suite = piece.inner;
    }
    return { path: path as PiecePath, kind: 'around pieces' };
  }

  /** The pieces of a function that an edit of others cannot have changed anything for. */
  unchangedPieces(before: Parts, index: number): ReadonlySet<Part> {
    const [now, earlier] = [this.#suiteIn(index), before.#suiteIn(index)];
    return new Set(now && earlier ? (compareSuites(earlier, now, `${index}/`).same.keys() as Iterable<Part>) : []);
  }

  /** Whether a declaration is in this piece, or in code around it that stays as it is while the piece is kept. */
  isFixedFor(part: Part, { pos, end }: Node): boolean {
    const index = functionOf(part);
    if (typeof part === 'number' || index === undefined) return false;
    const [start, stop] = this.#outline.outline.bodies[index]!;
    if (pos < start || stop < end) return false;
    const { path, kind } = this.#placeIn(index, pos, end);
    return kind === 'piece' ? path === part : kind === 'between pieces' && part.startsWith(path);
  }

  /** The functions that share some of their bodies with what is between two offsets. */
  *within(pos: number, end: number): Generator<number> {
    const { functions, outline } = this.#outline;
    for (let i = Math.max(0, firstAfter(functions, pos) - 1); i < functions.length && functions[i]!.pos < end; i++) {
      const [start, stop] = outline.bodies[i]!;
      if (start < end && pos < stop) yield i;
    }
  }

  /** Whether the file's other code, which runs past a function, knows what that did. */
  isRunInPlace(index: number): boolean {
    return isRunInPlace(this.#outline.functions[index]!);
  }
}

/** The place of the first that begins after an offset. */
function firstAfter(functions: readonly Pick<Node, 'pos'>[], offset: number): number {
  let [low, high] = [0, functions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (functions[middle]!.pos <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
