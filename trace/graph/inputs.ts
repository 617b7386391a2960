/** What was given to `Promise.all` and its like: those of one promise are a list. */

import { ints, Table } from '../columns/table.ts';

export class InputTable extends Table {
  promise = ints();
  /** The input before this one; 0 for none. */
  before = ints();

  /** The row of the new input; `last` is that of the one before. */
  add(promise: number, last: number): number {
    const row = this.append();
    this.promise[row] = promise;
    this.before[row] = last;
    return row;
  }

  /** The promises of a list, in the order in which they were given. */
  upTo(last: number): number[] {
    const promises: number[] = [];
    for (let row = last; row !== 0; row = this.before[row]!) promises.push(this.promise[row]!);
    return promises.reverse();
  }
}
