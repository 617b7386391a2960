/** Numbers on promises that nobody sees: not `inspect`, not `Object.keys`, and frozen promises take them, too. */

// A private field can be added to any object by a class whose base returns that object. A WeakMap costs three times as
// much.
class Given {
  constructor(it: object) {
    return it;
  }
}

/** What a promise is for: a positive role is that of an await's own promise, and names the task that it resumes. */
export const PLAIN = 0;
export const TASK_PROMISE = -1;
/** Made around an awaited value that is no native promise. */
export const WRAPPER = -2;

export class Stamp extends Given {
  readonly #id: number;
  #role: number;

  constructor(promise: object, id: number, role: number) {
    super(promise);
    this.#id = id;
    this.#role = role;
  }

  /** 0 for what was never stamped. */
  static id(it: object): number {
    return #id in it ? it.#id : 0;
  }

  static role(it: object): number {
    return #id in it ? it.#role : PLAIN;
  }

  static setRole(it: object, role: number): void {
    if (#id in it) it.#role = role;
  }
}

/** The number of a promise; 0 for any other value. */
export const idOf = (value: unknown): number => (typeof value === 'object' && value !== null ? Stamp.id(value) : 0);
