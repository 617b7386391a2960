/** What a `yield` means: to wait, to hand out a value, or both. */

import type { AnyNode } from 'acorn';
import type { SiteKind } from '../../shared/trace/site.ts';
import { CALLS } from '../runtime/names.ts';
import { isHelperCall } from './helpers.ts';
import type { TaskForm } from './task-form.ts';

export type YieldNode = Extract<AnyNode, { type: 'YieldExpression' }>;

interface Wait {
  readonly kind: SiteKind;
  /** What is called with `operand`; behind the `yield` where it has none. */
  readonly call: string;
  readonly operand: AnyNode | undefined;
}

export interface Yield {
  readonly wait?: Wait;
  /** Whether it goes on only when somebody asks for the next value. */
  readonly handsOut: boolean;
}

/** `parent` is the node around it, `form` that of the task that it stands in. */
export function meaningOf(node: YieldNode, parent: AnyNode | undefined, form: TaskForm): Yield {
  const operand = node.argument ?? undefined;
  switch (form) {
    case 'async':
    case 'adopted':
      return operand === undefined || node.delegate ? NOTHING : waits('await', CALLS.adopt, operand);
    case 'generator':
      if (node.delegate) return waits('yieldAll', CALLS.handOutAll, operand!);
      return { wait: { kind: 'yield', call: CALLS.handOut, operand }, handsOut: true };
    case 'adoptedGenerator':
      return node.delegate ? passesOn(operand!) : ofHelper(operand, parent);
  }
}

const NOTHING: Yield = { handsOut: false };

const waits = (kind: SiteKind, call: string, operand: AnyNode): Yield => ({
  wait: { kind, call, operand },
  handsOut: false,
});

/** `yield* helper(iterable)` */
function passesOn(operand: AnyNode): Yield {
  const [iterable] = operand.type === 'CallExpression' ? operand.arguments : [];
  if (iterable === undefined) return NOTHING;
  if (isHelperCall(operand, 'delegate')) return waits('yieldAll', CALLS.adoptIterator, iterable);
  return isHelperCall(operand, 'delegateAll') ? waits('yieldAll', CALLS.adoptIterable, iterable) : NOTHING;
}

/**
 * `yield __await(x)` waits, `yield yield __await(x)` hands out what it has waited for; `yield x` of esbuild does both.
 */
function ofHelper(operand: AnyNode | undefined, parent: AnyNode | undefined): Yield {
  const value = isHelperCall(operand, 'await') ? (operand as Call).arguments[0] : undefined;
  if (value !== undefined) {
    const isHandedOut = operand!.type === 'CallExpression' && parent?.type === 'YieldExpression';
    return waits(isHandedOut ? 'yield' : 'await', CALLS.adopt, value);
  }
  if (operand !== undefined && isAwaitedByHelper(operand)) return { handsOut: true };
  return { wait: { kind: 'yield', call: CALLS.adopt, operand }, handsOut: true };
}

type Call = Extract<AnyNode, { type: 'CallExpression' | 'NewExpression' }>;

/**
 * `yield __await(x)` by TypeScript, whose driver does not wait for what comes of it. That of esbuild, which constructs
 * its helper, does.
 */
export const isAwaitedByHelper = (node: AnyNode): boolean =>
  node.type === 'YieldExpression' && node.argument?.type === 'CallExpression' && isHelperCall(node.argument, 'await');
