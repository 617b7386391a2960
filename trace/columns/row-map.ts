/** A table as people like to read it: a map from numbers to objects, which are made when somebody looks. */

/** What a map needs to know of a table. */
export interface Rows<View> {
  readonly size: number;
  readonly end: number;
  readonly id: Int32Array;
  /** The row of the thing with this number; 0 for none. */
  find(id: number): number;
  view(row: number): View;
}

/** In the order of the rows. Each look makes an object of its own: compare numbers, not objects. */
export class RowMap<View> implements ReadonlyMap<number, View> {
  readonly #rows: Rows<View>;

  constructor(rows: Rows<View>) {
    this.#rows = rows;
  }

  get size(): number {
    return this.#rows.size;
  }

  has(id: number): boolean {
    return this.#rows.find(id) !== 0;
  }

  get(id: number): View | undefined {
    const row = this.#rows.find(id);
    return row === 0 ? undefined : this.#rows.view(row);
  }

  *keys(): MapIterator<number> {
    for (let row = 1; row < this.#rows.end; row++) yield this.#rows.id[row]!;
  }

  *values(): MapIterator<View> {
    for (let row = 1; row < this.#rows.end; row++) yield this.#rows.view(row);
  }

  *entries(): MapIterator<[number, View]> {
    for (let row = 1; row < this.#rows.end; row++) yield [this.#rows.id[row]!, this.#rows.view(row)];
  }

  [Symbol.iterator](): MapIterator<[number, View]> {
    return this.entries();
  }

  forEach(visit: (view: View, id: number, map: ReadonlyMap<number, View>) => void): void {
    for (const [id, view] of this) visit(view, id, this);
  }
}
