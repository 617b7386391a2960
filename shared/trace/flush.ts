/** How a debugger has the shim write what is recorded so far: while a program stands still, it does not do so itself. */

/** The key of a symbol under which the function for that is global. */
export const FLUSH_KEY = 'asynclens.flush';

/** Does nothing in a program that is not recorded. */
export const FLUSH_CALL = `globalThis[Symbol.for(${JSON.stringify(FLUSH_KEY)})]?.()`;
