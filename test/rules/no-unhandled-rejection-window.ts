// A shop that starts work and listens too late.
import { once } from 'node:events';

interface Order {
  readonly id: number;
  readonly isDraft: boolean;
}

declare function save(order: Order): Promise<void>;
declare function load(id: number): Promise<Order>;
declare function notify(order: Order): Promise<number>;
declare function report(error: unknown): void;
declare const server: import('node:events').EventEmitter;
declare const orders: readonly Order[];

export async function sideBySide(order: Order): Promise<Order> {
  const loaded = load(order.id);
  //    ^^^^^^^^^^^^^^^^^^^^^^^ error: If `loaded` rejects while this function waits for something else, nobody listens yet, and Node ends the process.
  const price = await notify(order);
  const fresh = await loaded;
  return { ...fresh, id: price };
}

export async function noValue(order: Order): Promise<void> {
  const saved = save(order);
  //    ^^^^^^^^^^^^^^^^^^^ error: If `saved` rejects while this function waits for something else, nobody listens yet, and Node ends the process.
  await notify(order);
  await saved;
}

// What stands in between would run later, or be lost.
export async function statement(order: Order): Promise<void> {
  const saved = save(order);
  //    ^^^^^^^^^^^^^^^^^^^ error: If `saved` rejects while this function waits for something else, nobody listens yet, and Node ends the process.
  await notify(order);
  report('notified');
  await saved;
}

export async function inBetween(order: Order): Promise<void> {
  const saved = save(order);
  //    ^^^^^^^^^^^^^^^^^^^ error: If `saved` rejects while this function waits for something else, nobody listens yet, and Node ends the process.
  report('saving');
  if (!order.isDraft) {
    await notify(order);
  }
  await saved;
}

export async function commented(order: Order): Promise<void> {
  const saved = save(order);
  //    ^^^^^^^^^^^^^^^^^^^ error: If `saved` rejects while this function waits for something else, nobody listens yet, and Node ends the process.
  // People wait for the news.
  await notify(order);
  await saved;
}

export async function inLoop(order: Order): Promise<void> {
  const saved = save(order);
  //    ^^^^^^^^^^^^^^^^^^^ error: If `saved` rejects while this function waits for something else, nobody listens yet, and Node ends the process.
  for await (const each of server as unknown as AsyncIterable<Order>) report(each);
  await saved;
}

export async function leftByAnError(order: Order): Promise<void> {
  const saved = save(order);
  //    ^^^^^^^^^^^^^^^^^^^ error: If `saved` rejects after the function has been left by an error, nobody listens, and Node ends the process.
  if (order.isDraft) throw new Error('This is a draft.');
  await saved;
}

export async function several(order: Order): Promise<void> {
  const all = orders.map(each => save(each));
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: If a promise in `all` rejects while this function waits for something else, nobody listens yet, and Node ends the process.
  await notify(order);
  await Promise.all(all);
}

async function check(order: Order): Promise<Order> {
  if (order.isDraft) throw new Error('This is a draft.');
  return order;
}

export async function withAReason(order: Order): Promise<number> {
  const checked = check(order);
  //    ^^^^^^^^^^^^^^^^^^^^^^ error: If `checked` rejects while this function waits for something else, nobody listens yet, and Node ends the process.
  await notify(order);
  return (await checked).id;
}

// Somebody listens before other code runs.
export async function together(order: Order): Promise<void> {
  const saved = save(order);
  const loaded = load(order.id);
  await Promise.all([saved, loaded]);
}

export async function handledAtOnce(order: Order): Promise<void> {
  const saved = save(order);
  saved.catch(() => {});
  await notify(order);
  await saved;
}

export async function passedOn(order: Order): Promise<void> {
  const saved = save(order);
  const both = Promise.all([saved, notify(order)]);
  report('saving');
  await both;
}

export async function captured(order: Order): Promise<void> {
  const saved = save(order);
  process.on('exit', () => saved.catch(report));
  await notify(order);
}

export async function caughtHere(order: Order): Promise<void> {
  const saved = save(order);
  try {
    if (order.isDraft) throw new Error('This is a draft.');
  } catch (error) {
    report(error);
  }
  await saved;
}

// It cannot reject.
export async function handled(order: Order): Promise<void> {
  const saved = save(order).catch(report);
  await notify(order);
  await saved;
}

export async function pause(order: Order): Promise<void> {
  const pause = new Promise(resolve => setTimeout(resolve, 100));
  await notify(order);
  await pause;
}

// When it rejects is up to the code below it.
export async function deferred(order: Order): Promise<void> {
  let fail: (error: Error) => void;
  const failed = new Promise<void>((_, reject) => {
    fail = reject;
  });
  await notify(order);
  fail!(new Error('x'));
  await failed;
}

// The event comes only after what is done next.
export async function events(order: Order): Promise<void> {
  const closed = once(server, 'close');
  await notify(order);
  await closed;
}

// What cannot happen opens no window.
export async function byKind(order: Order, kind: 'draft' | 'final'): Promise<void> {
  const saved = save(order);
  if (kind === 'draft') await saved;
  else if (kind === 'final') report(saved);
  else throw new Error('There is no such kind.');
}

export async function byNumber(order: Order): Promise<void> {
  const saved = save(order);
  switch (order.id) {
    case 1:
      return saved;
    default:
      throw new Error('There is no such order.');
  }
}

export async function unlessDraft(order: Order): Promise<void> {
  const saved = save(order);
  //    ^^^^^^^^^^^^^^^^^^^ error: If `saved` rejects after the function has been left by an error, nobody listens, and Node ends the process.
  if (!order.isDraft) await saved;
  else throw new Error('This is a draft.');
}

export async function draftOrFinal(order: Order, kind: 'draft' | 'final' | 'none'): Promise<void> {
  if (kind === 'draft' || kind === 'final') {
    const saved = save(order);
    if (kind === 'draft') return saved;
    else if (kind === 'final') return await saved;
  }
  throw new Error('There is no such kind.');
}

export async function draftWindow(order: Order, kind: 'draft' | 'final'): Promise<void> {
  const saved = save(order);
  //    ^^^^^^^^^^^^^^^^^^^ error: If `saved` rejects while this function waits for something else, nobody listens yet, and Node ends the process.
  if (kind === 'draft') return saved;
  else if (kind === 'final') {
    report(await notify(order));
    await saved;
  }
}
