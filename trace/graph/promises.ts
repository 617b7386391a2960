/** All promises that a recording speaks of, in the order in which it did so first. */

import { SparseInts } from '../columns/sparse-ints.ts';
import type { Rows } from '../columns/row-map.ts';
import { bytes, doubles, ints, Table } from '../columns/table.ts';
import type { Context, PromiseNode, Ticks } from '../graph.ts';
import { known } from './awaits.ts';
import { InputTable } from './inputs.ts';

/** Bits of `PromiseTable.flags`, by what the properties of `PromiseNode` are called. */
export const FLAG = { settledAtOnce: 1, wraps: 2, unhandled: 4, collected: 8 } as const;

const MOST_REACTIONS = 0xff;

export class PromiseTable extends Table implements Rows<PromiseNode> {
  readonly #index = new SparseInts();
  readonly inputs = new InputTable();
  id = ints();
  /** Row of the task whose promise it is; 0 for none. */
  task = ints();
  /** What was running when it was made. */
  context = ints();
  /** Row of the task that `context` belongs to: see `owner.ts`. */
  owner = ints();
  parent = ints();
  /** By row: the promise whose outcome it takes over; 0 for none. */
  readonly follows = new SparseInts();
  /** By row: the row of its last input, see `InputTable`; 0 for none. */
  readonly lastInput = new SparseInts();
  consumers = ints();
  settledBy = ints();
  /** Infinity until then. */
  settledAt = doubles();
  reactions = bytes();
  flags = bytes();
  /** By row: index of the site of the statement that did not keep the promise; 0 for none. */
  readonly discardedAt = new SparseInts();
  /** By row: index of the reason for which it was rejected; 0 where it was not, or that is not told. */
  readonly reason = new SparseInts();

  find(id: number): number {
    return this.#index.get(id);
  }

  /** The row of a promise, which is made when it is first spoken of: the recording may begin in the middle. */
  row(id: number): number {
    const found = this.#index.get(id);
    if (found !== 0) return found;
    const row = this.append();
    this.#index.set(id, row);
    this.id[row] = id;
    this.settledAt[row] = Infinity;
    return row;
  }

  has(row: number, flag: number): boolean {
    return (this.flags[row]! & flag) !== 0;
  }

  set(row: number, flag: number): void {
    this.flags[row] = this.flags[row]! | flag;
  }

  unset(row: number, flag: number): void {
    this.flags[row] = this.flags[row]! & ~flag;
  }

  addInput(row: number, promise: number): void {
    this.lastInput.set(row, this.inputs.add(promise, this.lastInput.get(row)));
  }

  /** Counts a reaction; more than 255 are no longer told apart. */
  react(row: number): void {
    if (this.reactions[row]! < MOST_REACTIONS) this.reactions[row]!++;
  }

  view(row: number): PromiseNode {
    return new PromiseView(this, row);
  }
}

class PromiseView implements PromiseNode {
  readonly #promises: PromiseTable;
  readonly #row: number;

  constructor(promises: PromiseTable, row: number) {
    this.#promises = promises;
    this.#row = row;
  }

  get id(): number {
    return this.#promises.id[this.#row]!;
  }

  get context(): Context {
    return this.#promises.context[this.#row]!;
  }

  get parent(): number {
    return this.#promises.parent[this.#row]!;
  }

  get follows(): number {
    return this.#promises.follows.get(this.#row);
  }

  get inputs(): readonly number[] {
    return this.#promises.inputs.upTo(this.#promises.lastInput.get(this.#row));
  }

  get consumers(): number {
    return this.#promises.consumers[this.#row]!;
  }

  get settled(): boolean {
    return this.settledAt !== undefined;
  }

  get settledAt(): Ticks | undefined {
    return known(this.#promises.settledAt[this.#row]!);
  }

  get settledBy(): Context {
    return this.#promises.settledBy[this.#row]!;
  }

  get settledAtOnce(): boolean {
    return this.#promises.has(this.#row, FLAG.settledAtOnce);
  }

  get wraps(): boolean {
    return this.#promises.has(this.#row, FLAG.wraps);
  }

  get reactions(): number {
    return this.#promises.reactions[this.#row]!;
  }

  get unhandled(): boolean {
    return this.#promises.has(this.#row, FLAG.unhandled);
  }

  get discardedAt(): number {
    return this.#promises.discardedAt.get(this.#row);
  }

  get reason(): number {
    return this.#promises.reason.get(this.#row);
  }

  get collected(): boolean {
    return this.#promises.has(this.#row, FLAG.collected);
  }
}
