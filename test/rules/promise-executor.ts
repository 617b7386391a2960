// A kitchen that wraps its work into promises by hand.
import { readFile } from 'node:fs';

interface Meal {
  readonly name: string;
}

declare function cook(name: string): Promise<Meal>;
declare function order(name: string, done: (error: Error | null, meal: Meal) => void): void;
declare const bell: { on(event: string, listener: (meal: Meal) => void): () => void };
declare const cached: Meal | undefined;

export function lost(name: string): Promise<Meal> {
  return new Promise<Meal>(async (resolve, reject) => {
  //                       ^^^^^ error: An async executor loses its errors: when something in it throws or rejects, this promise never settles.
    const meal = await cook(name);
    if (meal.name === '') {
      reject(new Error('nothing'));
      return;
    }
    resolve(meal);
  });
}

export const stillRunning = new Promise<string>(async resolve => {
//                                              ^^^^^ error: An async executor loses its errors: when something in it throws or rejects, this promise never settles.
  resolve('cooking');
  await cook('soup');
});

export const named = new Promise(async function (resolve) {
//                               ^^^^^ error: An async executor loses its errors: when something in it throws or rejects, this promise never settles.
  resolve(await cook('soup'));
});

export const inOneLine = new Promise<Meal>(async resolve => resolve(await cook('soup')));
//                                         ^^^^^ error: An async executor loses its errors: when something in it throws or rejects, this promise never settles.

export function caught(name: string): Promise<Meal> {
  return new Promise(async (resolve, reject) => {
    let meal: Meal;
    try {
      meal = await cook(name);
      resolve(meal);
    } catch (error) {
      reject(error);
    }
  });
}

function describe(error: unknown): string {
  if (error instanceof Error) return error.message;
  throw new Error('No error');
}
export function caughtWithWords(name: string): Promise<Meal> {
  return new Promise(async (resolve, reject) => {
    try {
      resolve(await cook(name));
    } catch (error) {
      reject(new Error(describe(error)));
    }
  });
}

export function settledAfterwards(name: string): Promise<Meal> {
  return new Promise(async resolve => {
    let meal: Meal = { name };
    try {
      meal = await cook(name);
    } catch (error) {
      console.error(error);
    }
    resolve(meal);
  });
}

export function returned(name: string): Promise<Meal> {
  return new Promise<Meal>((resolve, reject) => {
    if (cached) return cached;
    //                 ^^^^^^ error: What an executor returns is ignored.
    if (name === '') return cook('nothing');
    //                      ^^^^^^^^^^^^^^^ error: Nobody looks at the promise that this executor returns: when it rejects, the error is lost and the new promise never settles.
    if (name === 'tea') return void resolve({ name });
    if (name === 'cake') return resolve({ name });
    if (name === 'bread') return cook('bread').then(resolve, reject);
    return order(name, (error, meal) => (error ? reject(error) : resolve(meal)));
  });
}

export const unheard = new Promise<Meal>(resolve => cook('soup').then(resolve));
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Nobody looks at the promise that this executor returns: when it rejects, the error is lost and the new promise never settles.
export const ignored = new Promise<Meal>(resolve => cook('soup'));
//                                                  ^^^^^^^^^^^^ error: Nobody looks at the promise that this executor returns: when it rejects, the error is lost and the new promise never settles.
export const cleanUp = new Promise<Meal>(resolve => {
  const off = bell.on('done', resolve);
  return off;
  //     ^^^ error: What an executor returns is ignored.
});

// Needless, but nothing gets lost.
export const passedOn = new Promise<Meal>((resolve, reject) => cook('soup').then(resolve, reject));
export const inTwoSteps = new Promise<Meal>((resolve, reject) => {
  cook('soup').then(meal => resolve(meal)).catch(reject);
});

// As executors should be.
export const pause = new Promise<void>(resolve => setTimeout(resolve, 10));
export const rung = new Promise<Meal>(resolve => bell.on('done', resolve));
export const first = new Promise<Meal>(resolve => (cached ? resolve(cached) : bell.on('done', resolve)));
export const read = new Promise<Buffer>((resolve, reject) => {
  readFile('menu', (error, data) => {
    if (error) reject(error);
    else resolve(data);
  });
});
export const never = new Promise<never>(() => undefined);

let ring: (meal: Meal) => void;
export const deferred = new Promise<Meal>(resolve => (ring = resolve));
export const finish = (meal: Meal): void => ring(meal);

export const twice = new Promise<Meal>((resolve, reject) => {
  order('soup', (error, meal) => {
    if (error) reject(error);
    //         ^^^^^^^^^^^^^ error: The promise is settled here and then once more, which does nothing.
    resolve(meal);
  });
});
export const oncePerTurn = new Promise<Meal>(resolve => {
  for (const name of ['soup', 'cake']) if (cached?.name === name) resolve(cached);
  bell.on('done', resolve);
});
export const eitherWay = new Promise<Meal>((resolve, reject) => {
  if (cached) resolve(cached);
  if (!cached) reject(new Error('nothing there'));
});
export const twiceInATry = new Promise<Buffer>((resolve, reject) => {
  readFile('menu', (error, data) => {
    try {
      if (error) throw error;
      resolve(data);
    } catch (thrown) {
      reject(thrown);
    }
  });
});

export const sometimes = new Promise<Meal>(resolve => {
//                           ^^^^^^^ error: This promise may never settle: there is a way through its executor on which neither `resolve` nor `reject` is called, and whoever awaits it waits for ever.
  if (cached) resolve(cached);
});
export const notYet = new Promise<Meal>(resolve => {
  if (!cached) return;
  resolve(cached);
});
export const always = new Promise<Meal>((resolve, reject) => {
  if (!cached) throw new Error('nothing there');
  switch (cached.name) {
    case 'soup':
      return resolve(cached);
    default:
      reject(new Error('no soup'));
  }
});

// Promises of another make.
declare namespace other {
  class Promise<T> {
    constructor(executor: (resolve: (value: T) => void) => unknown);
  }
}
export function another(): unknown {
  const { Promise } = other;
  return new Promise<Meal>(async resolve => resolve(await cook('soup')));
}
