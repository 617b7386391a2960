/** Callbacks of resources begin and end, and with them the turns of the event loop. */

import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Ticks } from '../graph.ts';
import type { Tables } from '../graph/tables.ts';
import { isDeferredJob } from '../resource-kind.ts';
import type { Observer } from './observer.ts';

export class Turns {
  readonly #tables: Tables;
  readonly #observer: Observer;
  /** Numbers of resources whose callbacks run, the innermost last. */
  readonly #running: number[] = [];
  /** Row of the turn. */
  #turn = 0;

  constructor(tables: Tables, observer: Observer) {
    this.#tables = tables;
    this.#observer = observer;
  }

  /** Events follow whose clocks count from `base`: the first ones are those of the program's own turn. */
  beginFirst(base: Ticks): void {
    if (this.#tables.turns.size === 0) this.#turn = this.#tables.turns.add(0, base);
  }

  /** `before` is the last moment that is known before `at`. */
  begin(resource: number, at: Ticks, before: Ticks): void {
    const { resources, turns } = this.#tables;
    const row = resources.find(resource);
    const within = this.#running.at(-1) ?? 0;
    if (row !== 0) resources.within.set(row, within);
    this.#running.push(resource);
    if (within !== 0 || this.#goesOn(row, at - before)) return;
    if (this.#turn !== 0) this.end(before);
    this.#turn = turns.add(resource, at);
  }

  endCallback(): void {
    this.#running.pop();
  }

  /** The turn is over, if one runs. */
  end(at: Ticks): void {
    if (this.#turn === 0) return;
    this.#tables.turns.until[this.#turn] = at;
    this.#observer.turnEnded(this.#turn);
    this.#turn = 0;
  }

  /**
   * A tick runs in the turn that asked for it. Where nothing of that turn was recorded, the tick begins one: a
   * pause tells.
   */
  #goesOn(resource: number, pause: Ticks): boolean {
    return isDeferredJob(this.#tables.resources.typeOf(resource)) && pause < TICKS_PER_MS;
  }
}
