/** The functions that instrumented code calls, by the names under which it finds them. */

export const CALLS = {
  enter: 'asynclens$enter',
  enterBody: 'asynclens$enterBody',
  leaveBody: 'asynclens$leaveBody',
  beforeDefault: 'asynclens$beforeDefault',
  afterDefault: 'asynclens$afterDefault',
  suspend: 'asynclens$await',
  adopt: 'asynclens$adopt',
  returned: 'asynclens$return',
  thrown: 'asynclens$throw',
  forAwait: 'asynclens$forAwait',
  handOut: 'asynclens$yield',
  resumed: 'asynclens$resume',
  handOutAll: 'asynclens$yieldAll',
  adoptIterator: 'asynclens$adoptIterator',
  adoptIterable: 'asynclens$adoptIterable',
  disposed: 'asynclens$dispose',
  discard: 'asynclens$discard',
} as const;

/** The variable that holds a task's number in its function, and that of the error on its way out. */
export const TASK = 'asynclens$task';
export const ERROR = 'asynclens$error';

/** Begins the names of variables that hold what is disposed of. */
export const DISPOSED = 'asynclens$disposed';

/** What the thread that watches for blocks calls in another one. */
export const INTERRUPT = 'asynclens$interrupt';
