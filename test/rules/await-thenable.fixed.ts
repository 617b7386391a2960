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
  const sum = total(order);
  await beep();
  const text = await (await save(order), label(order));
  if ((label(order)) === 'gift') return 'free';
  for (const each of orders) console.log(await label(each));
  return `${sum} ${text}`;
}

export async function lost(): Promise<void> {
  const saved = await orders.map(order => save(order));
  console.log(saved.length, await open);
}

declare function watch(): () => Promise<void>;

export async function watched(): Promise<void> {
  const stop = await watch();
  console.log(stop);
}

export async function joined(order: Order): Promise<void> {
  await Promise.all([save(order), total(order), open]);
  await Promise.all([await rate(order), rate(order)]);
  await Promise.all([orders.map(each => save(each)), open()]);
  await Promise.race([...totals, save(order)]);
  const sums = await Promise.all(totals);
  const settled = await Promise.allSettled(orders.map(total));
  console.log(sums, settled);
}

export async function iterated(): Promise<void> {
  for await (const each of orders) console.log(each);
  for await (const each of [open(), open()]) console.log(each);
}

export async function written(order: Order): Promise<void> {
  const object = await { order };
  const found = [1, 2];
  const pick = async () => await { order };
  // Without the await, what follows would be an index into the line before.
  const before = found
  await [before]
  await /* the label */ label(order);
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
}
