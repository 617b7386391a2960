/** Where the program is at the moment: the frames of its stack that a tracer can tell from without insertions. */

import { givenRaw } from '../stack-traces.ts';

/** What V8 tells of a frame; types for Node lack the last two. */
export interface Frame extends NodeJS.CallSite {
  getScriptNameOrSourceURL(): string | null;
  /** 0-based offset in the script. */
  getPosition(): number;
  /** 1-based, of the beginning of the function. */
  getEnclosingLineNumber(): number | null;
  getEnclosingColumnNumber(): number | null;
}

type AnyFunction = (...values: never[]) => unknown;

const capture = Error.captureStackTrace.bind(Error);
const frames = givenRaw((_, stack) => stack);
const INTERNAL = 'node:internal/promise_hooks';

/**
 * The frame that called `callee`, or V8's own code on behalf of it, and the one that called that. None where the
 * program forbids a look.
 */
export function framesBelow(callee: AnyFunction): readonly Frame[] {
  const { stackTraceLimit, prepareStackTrace } = Error;
  try {
    // Where others have hooks as well, Node's own code calls ours.
    Error.stackTraceLimit = 3;
    Error.prepareStackTrace = frames;
    const holder: { stack?: Frame[] } = {};
    capture(holder, callee);
    const stack = holder.stack!;
    return stack[0]?.getFileName() === INTERNAL ? stack.slice(1) : stack;
  } catch {
    return [];
  } finally {
    restore(stackTraceLimit, prepareStackTrace);
  }
}

function restore(limit: number, prepare: typeof Error.prepareStackTrace): void {
  try {
    Error.stackTraceLimit = limit;
    Error.prepareStackTrace = prepare;
  } catch {
    // They cannot be written to, so they are what they were.
  }
}
