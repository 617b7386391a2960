/**
 * Promises are made, derived from others, follow others, and are settled. Those without a number, 0, were made before
 * anybody listened: of them nothing is kept.
 */

import type { Context, Ticks } from '../graph.ts';
import { FLAG } from '../graph/promises.ts';
import type { Tables } from '../graph/tables.ts';
import { Combinators } from './combinators.ts';

export class PromiseLinks {
  readonly #tables: Tables;
  readonly #combinators: Combinators;
  /** The promise whose reaction runs, without a task. */
  #reaction = 0;

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#combinators = new Combinators(tables.promises);
  }

  make(id: number, context: Context): void {
    this.#combinators.made(this.#made(id, context));
  }

  makeWrapper(id: number, context: Context): void {
    this.#tables.promises.set(this.#made(id, context), FLAG.wraps);
  }

  derive(id: number, parent: number, context: Context): void {
    const { promises } = this.#tables;
    const row = this.#made(id, context);
    promises.parent[row] = parent;
    this.consume(parent);
    // The last one counts: `then` may combine some promises, and wait for what comes of it.
    if (this.#followedWithin(context)) this.#follow(context, parent);
    this.#combinators.derived(id, parent, context);
  }

  follow(helper: number, followed: number, follower: number): void {
    const { promises } = this.#tables;
    const row = this.#made(helper, follower);
    promises.parent[row] = followed;
    this.consume(followed);
    this.#follow(follower, followed);
  }

  returns(task: number, promise: number): void {
    this.#follow(task, promise);
  }

  consume(id: number): void {
    if (id === 0) return;
    const { promises } = this.#tables;
    const row = promises.row(id);
    promises.consumers[row]!++;
  }

  beginReaction(id: number): void {
    this.#reaction = id;
    this.#react(id);
  }

  /** A reaction that did nothing but settle its promise. */
  settleByReaction(id: number, at: Ticks): void {
    this.#react(id);
    this.#settled(this.#tables.promises.row(id), id, at);
  }

  endReaction(): void {
    this.#reaction = 0;
  }

  /** Something happened that happens in no combinator. */
  interrupt(): void {
    this.#combinators.interrupted();
  }

  /** `before` is how the promise was made, when that was the last event. */
  settle(id: number, by: Context, at: Ticks, before: 'made' | 'derived' | undefined): void {
    if (id === 0) return;
    const { promises } = this.#tables;
    const row = promises.row(id);
    this.#settled(row, by, at);
    if (before === 'made') promises.set(row, FLAG.settledAtOnce);
    if (before === 'derived' && promises.reactions[row] === 0) this.#wasAwait(row);
    if (before !== 'derived') this.#combinators.settled(row);
  }

  /** The statement at `site` does not keep it. */
  discard(id: number, site: number): void {
    if (id === 0) return;
    const { promises } = this.#tables;
    promises.discardedAt.set(promises.row(id), site);
  }

  /** Of one that is rejected, for a reason with an index, or 0 where it is not told. */
  reject(id: number, reason: number): void {
    if (id === 0 || reason === 0) return;
    const { promises } = this.#tables;
    promises.reason.set(promises.row(id), reason);
  }

  mark(id: number, flag: number): void {
    if (id !== 0) this.#tables.promises.set(this.#tables.promises.row(id), flag);
  }

  unmark(id: number, flag: number): void {
    if (id !== 0) this.#tables.promises.unset(this.#tables.promises.row(id), flag);
  }

  #follow(id: number, followed: number): void {
    const { promises } = this.#tables;
    const row = promises.row(id);
    promises.follows.set(row, followed);
  }

  /** The row of a promise of which we hear for the first time. */
  #made(id: number, context: Context): number {
    const { promises } = this.#tables;
    const row = promises.row(id);
    promises.context[row] = context;
    promises.owner[row] = this.#tables.ownerOf(context);
    return row;
  }

  #settled(row: number, by: Context, at: Ticks): void {
    const { promises } = this.#tables;
    promises.settledBy[row] = by;
    promises.settledAt[row] = at;
  }

  /** Whether `context` is the job in which a promise calls `then` of what it was resolved with. */
  #followedWithin(context: Context): boolean {
    if (context <= 0 || context !== this.#reaction) return false;
    const { promises } = this.#tables;
    const row = promises.row(context);
    if (promises.task[row] !== 0) return false;
    return promises.parent[row] === 0 || promises.reactions[row]! > 1 || promises.has(row, FLAG.wraps);
  }

  #react(id: number): void {
    this.#combinators.interrupted();
    if (id === 0) return;
    const { promises } = this.#tables;
    const row = promises.row(id);
    promises.react(row);
    const parent = promises.find(promises.parent[row]!);
    if (promises.reactions[row] === 1 && parent !== 0 && promises.settledAt[parent] === Infinity) this.#wasAwait(row);
  }

  /**
   * An await of code without sites looked like a `then` until now: it is settled, or runs, before its parent is
   * settled.
   */
  #wasAwait(row: number): void {
    const { promises } = this.#tables;
    promises.consumers[promises.find(promises.parent[row]!)]!--;
    promises.parent[row] = 0;
    promises.set(row, FLAG.wraps);
  }
}
