/** Times in which the event loop stood still, and what stood in its way. */

import type { Stack, StackFrame } from '../shared/trace/stack.ts';
import type { Context, Ticks } from './graph.ts';

/** What the time goes to: a function of Node's that waits or computes, parsing of JSON, code of the program. */
export type BlockKind =
  | 'fs'
  | 'crypto'
  | 'zlib'
  | 'process'
  | 'json'
  | 'regexp'
  | 'loading'
  | 'javascript'
  /** Nobody could look, as when a debugger was attached. */
  | 'unknown';

export interface Block {
  readonly from: Ticks;
  readonly until: Ticks;
  /** What ran in the block's second half, the innermost frame first; empty where nobody could look. */
  readonly stack: Stack;
  /** What ran then: `ownerOf` tells the task. */
  readonly context: Context;
  readonly kind: BlockKind;
}

/** `duration` and `until` are in ticks. */
export const newBlock = (stack: Stack, context: Context, duration: Ticks, until: Ticks): Block => ({
  from: until - duration,
  until,
  stack,
  context,
  kind: kindOf(stack),
});

/** The innermost frame of the program's own code, or of a library's: where somebody can do something about it. */
export const culpritIn = (stack: Stack): StackFrame | undefined =>
  stack.find(isOwn);

/** Whether a frame is not of Node or V8. */
export const isOwn = ({ file }: StackFrame): boolean => file !== '' && !file.startsWith('node:');

/** By the frames of Node and of V8 inside of the program's own; the first that matches counts. */
const KINDS: readonly (readonly [RegExp, BlockKind])[] = [
  [/^node:(?:internal\/)?modules\/|node:internal\/modules\//, 'loading'],
  [/^fs\.|^node:(?:internal\/)?fs\b/, 'fs'],
  [/^crypto\.|^node:(?:internal\/)?crypto\b/, 'crypto'],
  [/^zlib\.|^node:zlib\b/, 'zlib'],
  [/^child_process\.|^node:(?:internal\/)?child_process\b/, 'process'],
  [/^(?:JSON\.|structuredClone)/, 'json'],
  [/^RegExp\.|^String\.(?:match|replace|search|split)/, 'regexp'],
];

function kindOf(stack: Stack): BlockKind {
  if (stack.length === 0) return 'unknown';
  const own = culpritIn(stack);
  const inside = own === undefined ? stack : stack.slice(0, stack.indexOf(own));
  const texts = inside.map(({ name, file }) => file || name);
  return KINDS.find(([pattern]) => texts.some(text => pattern.test(text)))?.[1] ?? 'javascript';
}
