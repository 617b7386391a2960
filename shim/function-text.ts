/** Functions show the text that their authors wrote: some send it to a browser or to a worker. */

import { withoutInsertions } from './transform/insertions.ts';

/** Functions of ours, by which they stand in for. */
const originals = new WeakMap<object, object>();

/** `replacement` shows the text of `original`. */
export function showAs(replacement: object, original: object): void {
  originals.set(replacement, original);
}

/** From now on, functions show the text that their author wrote. */
export function hideInsertions(): void {
  const native = Function.prototype.toString;
  const shown = {
    toString(this: object): string {
      return withoutInsertions(Reflect.apply(native, originals.get(this) ?? this, []) as string);
    },
  };
  showAs(shown.toString, native);
  const descriptor = Object.getOwnPropertyDescriptor(Function.prototype, 'toString')!;
  Object.defineProperty(Function.prototype, 'toString', { ...descriptor, value: shown.toString });
}
