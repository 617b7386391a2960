// A till that waits for what it has already.

interface Order {
  readonly id: number;
}

declare const orders: readonly Order[];
declare const totals: readonly number[];
declare function total(order: Order): number;
declare function label(order: Order): string;
declare function save(order: Order): Promise<void>;
declare function rate(order: Order): Promise<number>;
declare function beep(): void;
declare function stream(): AsyncIterable<Order>;
declare function open(): Promise<void>;

export async function checkout(order: Order): Promise<string> {
  const sum = await total(order);
  //          ^^^^^^^^^^^^^^^^^^ warn: This `await` waits for nothing: `number` is no promise.
  await beep();
  //^^^^^^^^^^ warn: This `await` waits for nothing: `void` is no promise.
  const text = await (await save(order), label(order));
  //           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: This `await` waits for nothing: `string` is no promise.
  if ((await label(order)) === 'gift') return await 'free';
  //   ^^^^^^^^^^^^^^^^^^ warn: This `await` waits for nothing: `string` is no promise.
  //                                          ^^^^^^^^^^^^ warn: This `await` waits for nothing: `"free"` is no promise.
  for (const each of orders) console.log(await label(each));
  //                                     ^^^^^^^^^^^^^^^^^ warn: This `await` waits for nothing: `string` is no promise.
  return `${sum} ${text}`;
}

export async function lost(): Promise<void> {
  const saved = await orders.map(order => save(order));
  //            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: This `await` waits for nothing: an array is no promise, whatever is in it.
  console.log(saved.length, await open);
  //                        ^^^^^^^^^^ warn: This `await` waits for nothing: the function is not called.
}

declare function watch(): () => Promise<void>;

export async function watched(): Promise<void> {
  const stop = await watch();
  //           ^^^^^^^^^^^^^ warn: This `await` waits for nothing: the call returns a function, which is no promise.
  console.log(stop);
}

export async function joined(order: Order): Promise<void> {
  await Promise.all([save(order), total(order), open]);
  //                              ^^^^^^^^^^^^ warn: `Promise.all` waits for nothing here: `number` is no promise.
  //                                            ^^^^ warn: `Promise.all` waits for nothing here: the function is not called.
  await Promise.all([await rate(order), rate(order)]);
  //                 ^^^^^^^^^^^^^^^^^ warn: This `await` holds up the rest of `Promise.all`: what follows begins only when it is done.
  await Promise.all([orders.map(each => save(each)), open()]);
  //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: `Promise.all` waits for nothing here: promises in an array within the array are not seen.
  await Promise.race([...totals, save(order)]);
  //                  ^^^^^^^^^ warn: `Promise.race` waits for nothing here: `number` is no promise.
  const sums = await Promise.all(totals);
  //                             ^^^^^^ warn: `Promise.all` has nothing to wait for: these values are no promises.
  const settled = await Promise.allSettled(orders.map(total));
  //                                       ^^^^^^^^^^^^^^^^^ warn: `Promise.allSettled` has nothing to wait for: these values are no promises.
  console.log(sums, settled);
}

export async function iterated(): Promise<void> {
  for await (const each of orders) console.log(each);
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: This `for await` waits for nothing: its values come from a synchronous iterable.
  for await (const each of [open(), open()]) console.log(each);
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: This `for await` takes the promises of a synchronous iterable one by one: one that rejects before its turn is unhandled.
}

export async function written(order: Order): Promise<void> {
  const object = await { order };
  //             ^^^^^^^^^^^^^^^ warn: This `await` waits for nothing: `{ order: Order; }` is no promise.
  const found = [1, 2];
  const pick = async () => await { order };
  //                       ^^^^^^^^^^^^^^^ warn: This `await` waits for nothing: `{ order: Order; }` is no promise.
  // Without the await, what follows would be an index into the line before.
  const before = found
  await [before]
  //^^^^^^^^^^^^ warn: This `await` waits for nothing: `number[][]` is no promise.
  await /* the label */ label(order);
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: This `await` waits for nothing: `string` is no promise.
  console.log(object, pick);
}

class Store {
  onOpen(): void {}
  close(): void {
    beep();
  }
}

interface Plugin {
  stop(): void;
  pending: Promise<void> | undefined;
  lazy: { then(done: (value: number) => void): void };
}

export async function hooks(store: Store, plugin: Plugin, done: () => void): Promise<void> {
  await store.close();
  //^^^^^^^^^^^^^^^^^ warn: This `await` waits for nothing: `void` is no promise.
  // All of these may be promises, or wait on purpose.
  await store.onOpen();
  await plugin.stop();
  await plugin.pending;
  await plugin.lazy;
  await done();
  await done.call(plugin);
  await undefined;
  await null;
}

export async function generic<T, U extends object, N extends number>(
  value: T,
  maybe: T | undefined,
  some: U,
  any: any,
  number: N,
  one: number | Promise<number>,
): Promise<void> {
  await value;
  await maybe;
  await some;
  await any;
  await one;
  await Promise.all([value, maybe, any, one, void beep()]);
  await Promise.all([1, 2].map(each => (each > 1 ? save({ id: each }) : each)));
  for await (const order of stream()) console.log(order);
  for await (const each of any) console.log(each);
  await number;
  //^^^^^^^^^^ warn: This `await` waits for nothing: `N` is no promise.
}
