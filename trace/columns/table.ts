/** Rows of numbers, kept column by column: as objects, a million of them would take several times the memory. */

type Column = Int32Array | Float64Array | Uint8Array;

const FIRST_CAPACITY = 64;
/** Less would copy more often, more would leave more room unused: columns have hundreds of megabytes. */
const GROWTH = 1.5;

/** An empty column of whole numbers. */
export const ints = (): Int32Array => new Int32Array(FIRST_CAPACITY);

/** An empty column of times. */
export const doubles = (): Float64Array => new Float64Array(FIRST_CAPACITY);

/** An empty column of small numbers. */
export const bytes = (): Uint8Array => new Uint8Array(FIRST_CAPACITY);

/**
 * A table has its columns as fields, each made by one of the functions above. They are replaced by longer ones when
 * the table grows: do not hold on to a column while rows are added, as `column[table.add()] = value` does.
 */
export abstract class Table {
  #end = 1;
  #capacity = FIRST_CAPACITY;

  /** The number that the next row gets. Rows are numbered from 1 on, so that 0 can stand for none. */
  get end(): number {
    return this.#end;
  }

  /** How many rows there are. */
  get size(): number {
    return this.#end - 1;
  }

  /** A new row, all of whose columns are 0. */
  protected append(): number {
    if (this.#end === this.#capacity) this.#grow();
    return this.#end++;
  }

  #grow(): void {
    this.#capacity = Math.ceil(this.#capacity * GROWTH);
    for (const [name, column] of Object.entries(this)) {
      if (ArrayBuffer.isView(column)) Reflect.set(this, name, lengthened(column as Column, this.#capacity));
    }
  }
}

function lengthened<Kind extends Column>(column: Kind, length: number): Kind {
  const longer = new (column.constructor as new (length: number) => Kind)(length);
  longer.set(column);
  return longer;
}
