/** All resources that a recording speaks of, in the order in which they were made. */

import { SparseInts } from '../columns/sparse-ints.ts';
import type { Rows } from '../columns/row-map.ts';
import { ints, Table } from '../columns/table.ts';
import type { Context, Resource } from '../graph.ts';

export class ResourceTable extends Table implements Rows<Resource> {
  readonly #index = new SparseInts();
  readonly #names: ReadonlyMap<number, string>;
  id = ints();
  /** Index of the name of its type. */
  type = ints();
  /** What was running when it was made. */
  context = ints();
  /** Row of the task that `context` belongs to: see `owner.ts`. */
  owner = ints();
  /** By row: the callback within which its own runs; 0 for none. */
  readonly within = new SparseInts();

  /** `names` by index, as `Stream` has them. */
  constructor(names: ReadonlyMap<number, string>) {
    super();
    this.#names = names;
  }

  find(id: number): number {
    return this.#index.get(id);
  }

  add(id: number, type: number, context: Context, owner: number): number {
    const row = this.append();
    this.#index.set(id, row);
    this.id[row] = id;
    this.type[row] = type;
    this.context[row] = context;
    this.owner[row] = owner;
    return row;
  }

  /** As async_hooks names it. */
  typeOf(row: number): string {
    return this.#names.get(this.type[row]!) ?? '';
  }

  view(row: number): Resource {
    return {
      id: this.id[row]!,
      type: this.typeOf(row),
      context: this.context[row]!,
      within: this.within.get(row),
    };
  }
}
