// A store that hands out promises from within `try`.

interface Item {
  readonly id: number;
}

declare function load(id: number): Promise<Item>;
declare function cached(id: number): Promise<Item> | undefined;
declare function sync(id: number): Promise<Item> | Item;
declare function report(error: unknown): void;
declare function release(): void;
declare function open(): { [Symbol.dispose](): void };

export async function find(id: number): Promise<Item | undefined> {
  try {
    return load(id);
    //     ^^^^^^^^ error: This promise leaves the `try` before it settles: when it rejects, `catch` does not run.
  } catch (error) {
    report(error);
    return undefined;
  }
}

export async function locked(id: number): Promise<Item> {
  try {
    return id > 0 ? load(id) : await load(0);
    //              ^^^^^^^^ error: This promise leaves the `try` before it settles: `finally` runs while its work goes on.
  } finally {
    release();
  }
}

export async function retried(id: number): Promise<Item> {
  try {
    return await load(id);
  } catch {
    return cached(id) ?? load(id);
    //     ^^^^^^^^^^^^^^^^^^^^^^ error: This promise leaves the `try` before it settles: `finally` runs while its work goes on.
  } finally {
    release();
  }
}

export async function nested(id: number): Promise<Item | undefined> {
  try {
    try {
      release();
    } catch {
      return load(id);
      //     ^^^^^^^^ error: This promise leaves the `try` before it settles: when it rejects, `catch` does not run.
    }
  } catch {
    report(id);
  }
  return undefined;
}

export async function inSwitch(id: number): Promise<Item> {
  switch (id) {
    case 1:
      using file = open();
      report(file);
    default:
      return load(id);
      //     ^^^^^^^^ error: This promise leaves the scope before it settles: what it may use is disposed of already.
  }
}

export async function inLoop(ids: readonly number[]): Promise<Item> {
  for (using file of [open()]) {
    report(file);
    return load(ids[0]!);
    //     ^^^^^^^^^^^^^ error: This promise leaves the scope before it settles: what it may use is disposed of already.
  }
  return load(0);
}

export function first(id: number): Promise<Item> {
  try {
    return load(id);
    //     ^^^^^^^^ error: This promise leaves the `try` before it settles: when it rejects, `catch` does not run.
  } catch (error) {
    report(error);
    throw error;
  }
}

export const second = (id: number): Promise<Item> => {
  try {
    return load(id);
    //     ^^^^^^^^ error: This promise leaves the `try` before it settles: `finally` runs while its work goes on.
  } finally {
    release();
  }
};

class Store {
  constructor(readonly id: number) {}

  get item(): Promise<Item> {
    try {
      return load(this.id);
      //     ^^^^^^^^^^^^^ error: This promise leaves the `try` before it settles: `finally` runs while its work goes on.
    } finally {
      release();
    }
  }
}

export async function fine(id: number): Promise<Item> {
  try {
    if (id === 0) return await new Store(id).item;
    if (id === 1) return load(id).catch(() => ({ id }));
    if (id === 2) return Promise.resolve({ id });
    const inner = async () => load(id);
    return await inner();
  } catch {
    return load(id);
  }
}

export async function cleanedUp(id: number): Promise<Item> {
  try {
    if (id === 0) return Promise.resolve({ id });
    return load(id).finally(release);
  } finally {
    report('started');
  }
}

export async function* generated(id: number): AsyncGenerator<number, Item> {
  try {
    yield id;
    return load(id);
  } finally {
    release();
  }
}

export function rejected(text: string): Promise<Item> {
  try {
    return load(JSON.parse(text).id);
  } catch (error) {
    return Promise.reject(error);
  }
}

export function maybe(id: number): Promise<Item> | Item {
  try {
    return sync(id);
  } finally {
    release();
  }
}

export async function later(id: number): Promise<Item> {
  const item = load(id);
  using file = open();
  {
    report(file);
    return item;
    //     ^^^^ error: This promise leaves the scope before it settles: what it may use is disposed of already.
  }
}

export async function earlier(id: number): Promise<Item> {
  if (id === 0) return load(id);
  using file = open();
  report(file);
  return await load(id);
}

export async function awaitedBefore(id: number): Promise<Item> {
  const item = load(id);
  let other = load(id + 1);
  //  ^^^^^^^^^^^^^^^^^^^^ error: If `other` rejects while this function waits for something else, nobody listens yet, and Node ends the process.
  try {
    await item;
    const first = await other;
    other = load(first.id);
    if (id > 1) return item;
    report(first);
    if (id > 0) return other;
    //                 ^^^^^ error: This promise leaves the `try` before it settles: `finally` runs while its work goes on.
    return item;
  } finally {
    release();
  }
}
