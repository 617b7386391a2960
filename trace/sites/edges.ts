/** How often sites are connected: who starts whom, who waits for whom. */

import type { Ticks } from '../graph.ts';

export interface Edge {
  /** Indices of sites. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Of all times together; 0 for what takes none. */
  readonly total: Ticks;
}

type Growing = { -readonly [Key in keyof Edge]: Edge[Key] };

export class Edges implements Iterable<Edge> {
  readonly #edges = new Map<number, Map<number, Growing>>();

  *[Symbol.iterator](): IterableIterator<Edge> {
    for (const edges of this.#edges.values()) yield* edges.values();
  }

  /** Those from one site. */
  *from(site: number): IterableIterator<Edge> {
    yield* this.#edges.get(site)?.values() ?? [];
  }

  add(from: number, to: number, duration: Ticks): void {
    let edges = this.#edges.get(from);
    if (edges === undefined) this.#edges.set(from, (edges = new Map<number, Growing>()));
    const edge = edges.get(to);
    if (edge === undefined) edges.set(to, { from, to, count: 1, total: duration });
    else {
      edge.count++;
      edge.total += duration;
    }
  }
}
