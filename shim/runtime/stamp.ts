/** Numbers on promises that nobody sees: not `inspect`, not `Object.keys`, and frozen promises take them, too. */

// A private field can be added to any object by a class whose base returns that object. A WeakMap costs three times as
// much.
class Given {
  constructor(it: object) {
    return it;
  }
}

/** What a promise is for. */
export enum Role {
  Plain,
  /** That of a task. */
  Task,
  /** Made around an awaited value that is no native promise. */
  Wrapper,
  /** An await's own promise: its number is that of the task that it resumes. */
  Await,
}

/** A number and a role in one: reading one field takes half the time of two. */
export type Mark = number;

/**
 * What is known of a promise that is not recorded, until something recorded has to do with it.
 */
export enum UnsampledRole {
  Pending,
  Settled,
}

const ROLES = 4;

/** Of a promise that was made before we listened, or that nobody needs to know. */
export const NONE: Mark = 0;

/** Of a promise that is recorded. */
export const mark = (id: number, role: Role): Mark => id * ROLES + role;
/** Of a promise that is not recorded: the only marks that are negative. */
export const unsampledMark = (id: number, role: UnsampledRole): Mark => -(id * ROLES + role);

/** What a recorded promise is for. */
export const roleOf = (it: Mark): Role => it & (ROLES - 1);

/** The number of a recorded promise, or of the task that its role is about. */
export const numberOf = (it: Mark): number => (it - roleOf(it)) / ROLES;

export class Stamp extends Given {
  #mark: Mark;

  constructor(promise: object, mark: Mark) {
    super(promise);
    this.#mark = mark;
  }

  /** Of a promise. V8 reads a field that is there faster than it looks for one. */
  static of(promise: object): Mark {
    try {
      return (promise as Stamp).#mark;
    } catch {
      return NONE;
    }
  }

  static ofAny(it: object): Mark {
    return #mark in it ? it.#mark : NONE;
  }

  /** Changes the mark of a promise that has one. */
  static change(promise: object, mark: Mark): void {
    if (#mark in promise) promise.#mark = mark;
  }
}

/** The number of a promise; 0 for any other value, and for a promise that is not recorded. */
export const idOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? numberOf(Math.max(NONE, Stamp.ofAny(value))) : 0;
