/** Rows of a table, each of which is written once, whatever it is asked for. */
export class Numbered<Row> {
  /** In the order of their indices, which count from 1 on. */
  readonly rows: (readonly [index: number, row: Row])[] = [];
  readonly #indices = new Map<string, number>();
  readonly #most: number;

  /** There are never more than `most` rows. */
  constructor(most = Infinity) {
    this.#most = most;
  }

  /** The index of a row, the same for the same key; 0 for one that comes too late. */
  indexOf(key: string, row: Row): number {
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const index = this.rows.length + 1;
    if (index > this.#most) return 0;
    this.#indices.set(key, index);
    this.rows.push([index, row]);
    return index;
  }
}
