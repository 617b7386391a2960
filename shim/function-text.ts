/** Functions show the text that their authors wrote: some send it to a browser or to a worker. */

import { withoutInsertions } from './transform/insertions.ts';

/** Functions of ours, by which they stand in for. */
const originals = new WeakMap<object, object>();

/** `replacement` shows the text of `original`. */
export function showAs(replacement: object, original: object): void {
  originals.set(replacement, original);
}

/** Functions that were made of texts, with their bodies as they are and as they were. */
const bodies = new WeakMap<object, { readonly code: string; readonly body: string }>();

/** `made`, whose body is `code`, shows `body` instead. */
export function showBody(made: object, code: string, body: string): void {
  if (code !== body) bodies.set(made, { code, body });
}

/** From now on, functions show the text that their author wrote. */
export function hideInsertions(): void {
  const native = Function.prototype.toString;
  const shown = {
    toString(this: object): string {
      const text = Reflect.apply(native, originals.get(this) ?? this, []) as string;
      const made = bodies.get(this);
      return made === undefined ? withoutInsertions(text) : text.replace(made.code, () => made.body);
    },
  };
  showAs(shown.toString, native);
  const descriptor = Object.getOwnPropertyDescriptor(Function.prototype, 'toString')!;
  Object.defineProperty(Function.prototype, 'toString', { ...descriptor, value: shown.toString });
}
