// A warehouse that forgets to wait, and one that does not.
import { EventEmitter } from 'node:events';

interface Item {
  readonly id: number;
}

declare const items: readonly Item[];
declare const queries: readonly { readonly pending?: Promise<void> }[];
declare const loader: { load?(item: Item): Promise<void> };
declare function inStock(item: Item): Promise<boolean>;
declare function ship(item: Item): Promise<void>;
declare function details(item: Item): Promise<{ weight: number }>;
declare function report(error: unknown): void;
declare function onOrder(listener: (item: Item) => void): void;
declare function onReturn(listener: (item: Item) => Promise<void> | void): void;

export async function conditions(item: Item, cached: Promise<boolean> | undefined): Promise<void> {
  if (inStock(item)) report(item);
  //  ^^^^^^^^^^^^^ error: This condition is a promise, which is always true, whatever it resolves to.
  while (!inStock(item)) report(item);
  //      ^^^^^^^^^^^^^ error: This condition is a promise, which is always true, whatever it resolves to.
  const isThere = inStock(item);
  report(isThere ? 'yes' : 'no');
  //     ^^^^^^^ error: This condition is a promise, which is always true, whatever it resolves to.
  report((item.id > 0 && inStock(item)) || 'none');
  if (item.id > 0 && inStock(item)) report(item);
  //                 ^^^^^^^^^^^^^ error: This condition is a promise, which is always true, whatever it resolves to.
  if (cached) report(await cached);
  if (await inStock(item)) report(item);
  report((loader.load?.(item) as Promise<void>) || ship(item));
}

export function inSyncCode(item: Item): string {
  return inStock(item) ? 'yes' : 'no';
  //     ^^^^^^^^^^^^^ error: This condition is a promise, which is always true, whatever it resolves to.
}

export async function predicates(): Promise<unknown> {
  const sent = items.filter(async item => await inStock(item));
  //                        ^^^^^^^^^^^^^ error: `filter` takes the promise that this function returns for its answer, and a promise is always true.
  const found = items.find(inStock).id;
  //                       ^^^^^^^ error: `find` takes the promise that this function returns for its answer, and a promise is always true.
  if (items.some(item => inStock(item))) report(found);
  //             ^^^^^^^ error: `some` takes the promise that this function returns for its answer, and a promise is always true.
  if (queries.some(query => query.pending)) report('some are under way');
  return sent.every(item => item.id > 0);
}

export async function spreads(item: Item): Promise<object> {
  const wrong = { ...details(item), id: item.id };
  //                 ^^^^^^^^^^^^^ error: A promise has nothing to spread: what it resolves to is left out.
  report(wrong);
  return { ...(await details(item)) };
}

export async function loops(): Promise<void> {
  items.forEach(async item => {
  //            ^^^^^^^^^^^^^ error: `forEach` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
    if (item.id === 0) return;
    await ship(item);
  });
  items.forEach(async (item, index) => ship({ id: item.id + index }));
  //            ^^^^^^^^^^^^^^^^^^^^^^ error: `forEach` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  items.forEach(ship);
  //            ^^^^ error: `forEach` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  items.forEach(async item => {
  //            ^^^^^^^^^^^^^ error: `forEach` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
    for (const _ of items) if (item.id === 0) return;
    await ship(item);
  });
  for (const item of items) await ship(item);
  await Promise.all(items.map(ship));
}

export function handlers(): void {
  onOrder(async item => {
  //      ^^^^^^^^^^^^^ error: `onOrder` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
    await ship(item);
    report(`shipped
      ${item.id}`);
  });
  onOrder(async item => ship(item));
  //      ^^^^^^^^^^^^^ error: `onOrder` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  onOrder(item => ship(item));
  //      ^^^^^^^ error: `onOrder` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  onOrder(ship);
  //      ^^^^ error: `onOrder` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  const handler: (item: Item) => void = ship;
  //                                    ^^^^ error: Whoever calls this variable ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  onReturn(ship);
  onOrder(handler);
  setTimeout(() => void ship({ id: 0 }), 10);
}

// Those who ask for these are taken to know what they get.
export const listeners: { onOpen: () => void; onClose(): void; onShip: (item: Item) => void } = {
  onOpen: async () => {
    await ship({ id: 1 });
  },
  async onClose() {
    await ship({ id: 2 });
  },
  onShip: ship,
};

export function shorthand(onShip: (item: Item) => Promise<void>): { onShip: (item: Item) => void } {
  return { onShip };
}

export function returned(): () => void {
  return async () => ship({ id: 3 });
  //     ^^^^^^^^^^^ error: The caller ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
}

class Shelf {
  clear(): void {
    report('cleared');
  }
}

export class RemoteShelf extends Shelf {
  override async clear(): Promise<void> {
    await ship({ id: 4 });
  }
}

// Nothing gets out of these.
onOrder(async item => {
  try {
    await ship(item);
  } catch (error) {
    report(error);
  }
});
onOrder(item => ship(item).catch(report));

// This emitter hands rejections to its `error` listeners.
const emitter = new EventEmitter({ captureRejections: true });
emitter.on('order', ship);
new EventEmitter().on('order', ship);
//                             ^^^^ error: `on` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
emitter.off('order', ship);
EventEmitter.prototype.on.call(new EventEmitter(), 'order', ship);
emitter.off.call(emitter, 'order', ship);

// A cache is asked whether there is a promise yet.
export class Catalogue {
  private loading!: Promise<void>;

  async load(): Promise<void> {
    if (!this.loading) this.loading = ship({ id: 5 });
    await this.loading;
  }
}
