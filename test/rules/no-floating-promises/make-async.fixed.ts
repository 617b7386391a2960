// options: {}

declare function save(): Promise<void>;
declare function Get(path: string): MethodDecorator;
declare function onClose(handler: () => void): void;
declare const log: (...values: unknown[]) => void;

// The callers get parentheses where what follows a call binds tighter than `await`.
function begin() {
  save();
  return { n: 2, go() {} };
}

export async function callers() {
  begin()!.n;
  begin().n ** 2;
  begin()?.['n'];
  const typed = begin() as { n: number };
  log(!begin(), `${begin().n}`, [...[begin()]], typed);
  return begin();
}

export class Orders {
  // A line may end between a decorator and the method, but not after `async`.
  @Get('/orders')
  list(): number {
    save();
    return 1;
  }

  #flush() {
    save();
  }

  async close() {
    this.#flush();
  }

  protected static override(value: number): void {
    save();
    log(value);
  }

  abstract(value: string): void;
  abstract(value: number): void;
  abstract(value: unknown): void {
    save();
    log(value);
  }
}

// Who calls it sees a function that returns nothing: the promise would be lost.
const quiet: () => void = () => {
  save();
};
quiet();
onClose(() => {
  save();
});

const waits: () => Promise<void> | void = () => {
  save();
};
await waits();

// A parameter that had no parentheses does not need them.
const one = (id: number) => {
  save();
  return id;
};
export const [first] = [one(1)];

export default {
  method() {
    save();
  },
  *generator() {
    save();
    yield 1;
  },
};
