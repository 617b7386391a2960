/** Functions show the text that their authors wrote: some send it to a browser or to a worker. */

import { withoutInsertions } from './transform/insertions.ts';

export function hideInsertions(): void {
  const native = Function.prototype.toString;
  const shown = {
    toString(this: unknown): string {
      return withoutInsertions(Reflect.apply(native, this === shown.toString ? native : this, []) as string);
    },
  };
  const descriptor = Object.getOwnPropertyDescriptor(Function.prototype, 'toString')!;
  Object.defineProperty(Function.prototype, 'toString', { ...descriptor, value: shown.toString });
}
