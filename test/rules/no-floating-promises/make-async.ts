// options: {}

declare function save(): Promise<void>;
declare function Get(path: string): (method: unknown, context: unknown) => void;
declare function onClose(handler: () => void): void;
declare const log: (...values: unknown[]) => void;

// The callers get parentheses where what follows a call binds tighter than `await`.
function begin() {
  save();
  //^^^^^ error: This promise floats: if `save()` rejects, the error is lost.
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
    //^^^^^ error: This promise floats: if `save()` rejects, the error is lost.
    return 1;
  }

  #flush() {
    save();
    //^^^^^ error: This promise floats: if `save()` rejects, the error is lost.
  }

  async close() {
    this.#flush();
  }

  protected static override(value: number): void {
    save();
    //^^^^^ error: This promise floats: if `save()` rejects, the error is lost.
    log(value);
  }

  abstract(value: string): void;
  abstract(value: number): void;
  abstract(value: unknown): void {
    save();
    //^^^^^ error: This promise floats: if `save()` rejects, the error is lost.
    log(value);
  }
}

// Who calls it sees a function that returns nothing: the promise would be lost.
const quiet: () => void = () => {
  save();
  //^^^^^ error: This promise floats: if `save()` rejects, the error is lost.
};
quiet();
onClose(() => {
  save();
  //^^^^^ error: This promise floats: if `save()` rejects, the error is lost.
});

const waits: () => Promise<void> | void = () => {
  save();
  //^^^^^ error: This promise floats: if `save()` rejects, the error is lost.
};
await waits();

const one = (id: number) => {
  save();
  //^^^^^ error: This promise floats: if `save()` rejects, the error is lost.
  return id;
};
log(one(1));

export default {
  method() {
    save();
    //^^^^^ error: This promise floats: if `save()` rejects, the error is lost.
  },
  *generator() {
    save();
    //^^^^^ error: This promise floats: if `save()` rejects, the error is lost.
    yield 1;
  },
};
