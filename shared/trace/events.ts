/** What a recording says of a program, one event at a time, in the order in which it happened. */

/**
 * An event is four 32-bit integers: `type << 27 | subject`, and the operands a, b and c named here.
 *
 * A *promise* is numbered from 1 on, in the order in which promises are made; after 2²⁹ − 1 numbers begin again, but
 * for those of tasks that are alive. A *task* is one run of an async function,
 * of an async generator or of a module with top-level `await`; its number is that of its promise. A *context* says what
 * was running: a promise's number for a task or for the reaction that settles this promise, the negative number of a
 * resource for its callback, 0 for the program's own first turn, `UNSAMPLED` for a task that is not recorded.
 * A *clock* is read in ticks of 100 ns, unsigned, from the base of the event's frame. Numbers of promises and resources
 * count for one stream.
 */
export enum EventType {
  /** A task begins. subject: site of the function; a: task; b: context that called it; c: clock. */
  TaskStart = 1,
  /**
   * The body of an async generator (at the first `next`) or of a module begins: a task without a promise. The same
   * operands.
   */
  BodyStart,
  /** A generator goes on after a `yield`. a: task; b: context that asked for the next value; c: clock. */
  GeneratorResume,
  /**
   * A task suspends. subject: site; a: task; b: the promise it waits for, that around
   * a thenable, or 0 for a value; c: clock.
   */
  Await,
  /** A task returns a promise, which its own promise then follows. a: task; b: that promise; c: clock. */
  Return,
  /** A task ends with an exception. subject: the reason, 0 where it is not told; a: task. */
  Throw,
  /** The body of an async generator or a module has ended. a: task; c: clock. */
  BodyEnd,
  /**
   * A promise is settled, or follows another one no more. subject: `OF_TASK` for the promise of a task, else 0;
   * a: promise; b: context; c: clock, for the promise of a task and in context 0; else 0.
   */
  Settle,
  /**
   * A promise is made that derives from none: `new Promise`, `Promise.all`, an async function of others. a: promise;
   * b: context.
   */
  Promise,
  /**
   * A promise is made around an awaited thenable, or a promise of a class of its own. a: promise; b: the task that
   * awaits.
   */
  Wrapper,
  /**
   * `then`, `catch` or `finally`, or an await of code without sites. a: the derived promise; b: its parent; c:
   * context.
   */
  Then,
  /**
   * A promise that was resolved with another one begins to follow it. a: a helper; b: the followed; c: the follower.
   */
  Follow,
  /** The reaction that settles a promise begins to run. a: promise. */
  ReactionStart,
  /** It ends. a: promise; c: clock. */
  ReactionEnd,
  /** A reaction began, settled its promise, did nothing else, and ended. a: promise. */
  Reaction,
  /**
   * A resource is made: a timer, a request, a socket. subject: its type, an index into the names; a: resource; b:
   * context.
   */
  Resource,
  /** The callback of a resource begins. a: resource; c: clock. */
  MacrotaskStart,
  /** It ends. a: resource; c: clock. */
  MacrotaskEnd,
  /**
   * A promise was rejected while nobody handled it. subject: the reason, 0 where it is not told; a: promise; c: clock.
   */
  Unhandled,
  /** Somebody handles it after all. a: promise; c: clock. */
  HandledLate,
  /**
   * A promise was collected as garbage before it was settled: whoever waits for it waits for ever. a: promise; c:
   * clock.
   */
  Collected,
  /** Events are missing here, since they could not be written. a: how many. */
  Dropped,
  /** A statement has called a function and does not keep the promise that came of it. subject: site; a: promise. */
  Discard,
  /**
   * The event loop has nothing left to do, and nothing will happen any more unless a listener asks for it. c: clock.
   */
  Idle,
  /**
   * The event loop stood still until now, at least. subject: the stack of what ran, 0 where nobody could look;
   * a: the context that ran; b: for how long, in ticks, unsigned; c: clock.
   */
  Block,
  /** Tasks were not recorded since this was last said. subject: site of the function; a: how many; c: clock. */
  Unsampled,
}

/** The context of what a task does that is not recorded. */
export const UNSAMPLED = -0x80000000;

/** Integers in an event. */
export const EVENT_INTS = 4;

/** Sites and names are told apart by as many bits as the type leaves. */
export const MAX_SUBJECT = 0x7ffffff;

/** The subject of `Settle` for a task, which is over then. */
export const OF_TASK = 1;

/** Clock ticks in a millisecond. */
export const TICKS_PER_MS = 10_000;
