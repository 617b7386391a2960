// A shop that loses errors in many ways, and some that it does not lose.
import nodeTest, { describe, it } from 'node:test';

interface Order {
  readonly id: number;
}

declare const orders: readonly Order[];
declare const isOpen: boolean;
declare function save(order: Order): Promise<void>;
declare function load(id: number): Promise<Order>;
declare function find(id: number): Promise<Order> | undefined;
declare function report(error: unknown): void;
declare const pending: [Promise<void>, number];

export async function checkout(order: Order): Promise<void> {
  await save(order);
  await save(order).then(() => report('saved'));
  await save(order).finally(() => report('done'));
  await find(order.id);
  await (isOpen && save(order));
  await (isOpen ? save(order) : load(order.id));
  (report(order), await save(order));
  await new Promise<void>(resolve => setTimeout(resolve, 10));
  orders.map(each => save(each));
  pending;
  (async () => {
    await save(order);
  })();
  await orders.map(each => save(each));
}

export function handlersThatAreNone(order: Order): void {
  save(order).catch(undefined);
  save(order).then(() => undefined, null);
}

export async function handled(order: Order): Promise<void> {
  await save(order);
  void save(order);
  save(order).catch(report);
  save(order).then(() => undefined, report);
  save(order).catch(report).finally(() => report('done'));
  await Promise.all(orders.map(each => save(each)));
  const later = save(order);
  await later;
  find(order.id)?.catch(report);
  return save(order);
}

// Without `await` in reach, the function has to become async.
export function close(order: Order): number {
  save(order);
  return order.id;
}

async function closeAll(): Promise<void> {
  for (const order of orders) close(order);
}
void closeAll();

// A caller that uses the value and cannot await stands in the way.
function total(order: Order): number {
  save(order);
  return order.id;
}
export const sum = orders.reduce((so_far, order) => so_far + total(order), 0);

// Handed to somebody who takes no promise back: making it async would only hide the mistake.
orders.forEach(order => {
  save(order);
});

// In a chain it can be handed on.
save({ id: 10 })
  .then(() => {
    save({ id: 11 });
  })
  .catch(report);

// Somebody who does take one back.
declare function withLock(work: (order: Order) => void | Promise<void>): Promise<void>;
await withLock(order => {
  save(order);
});

export class Store {
  readonly loaded = load(1);

  constructor(order: Order) {
    save(order);
  }

  get size(): number {
    save({ id: 0 });
    return 0;
  }

  set size(value: number) {
    save({ id: value });
  }

  static {
    save({ id: 2 });
  }

  flush(): void {
    save({ id: 3 });
  }

  *drain(): Generator<number> {
    save({ id: 4 });
    yield 1;
  }
}

// The helper attaches a handler before it hands the promise out.
function background(order: Order): Promise<void> {
  return save(order).catch(report);
}
background({ id: 5 });

const inBackground = (order: Order) => save(order).then(undefined, error => report(error));
inBackground({ id: 6 });

function notAlways(order: Order): Promise<void> {
  if (isOpen) return save(order);
  return save(order).catch(report);
}
notAlways({ id: 7 });

async function inTheBackground(order: Order): Promise<void> {
  try {
    await save(order);
  } catch (error) {
    report(error);
  }
}
inTheBackground({ id: 10 });

/** @neverRejects */
declare function log(text: string): Promise<void>;

async function saveAndLog(order: Order): Promise<void> {
  await save(order).catch(report);
  await log('saved');
}
saveAndLog({ id: 11 });

async function rethrows(order: Order): Promise<void> {
  try {
    await save(order);
  } catch (error) {
    throw new Error('not saved', { cause: error });
  }
}
rethrows({ id: 12 });

// It cannot fail, but nobody calls it without wanting to wait.
function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
sleep(10);

// The test runner waits for its own tests and reports their failures.
describe('orders', () => {
  it('are saved', async () => {
    await save({ id: 8 });
  });
});

// Also under another name.
const { test } = nodeTest;
const same = nodeTest.it;
test('orders', () => {});
same('is another test', () => {});

// Ordinary statements.
export function ordinary(order: { id: number }): void {
  order.id++;
  order.id = 3;
  report(order);
  'use nothing';
  delete (order as { id?: number }).id;
}

export function generic<P extends Promise<unknown>, T>(promise: P, value: T, anything: any): void {
  promise;
  value;
  anything;
  anything.save();
}

save({ id: 9 });

// A private method has the name that it has in the source.
export class Shelf {
  async #put(loaf: string): Promise<void> {
    await save({ id: loaf.length });
  }

  fill(): void {
    this.#put('rye');
  }
}
