/**
 * Whether promises reject, seen through all functions that have a say in it. What a function's own code tells is
 * worked out once per program; from there the search goes on from function to function, recursion included.
 */

import { isCallExpression, isTaggedTemplateExpression, type Expression, type Node } from '../syntax/ast.ts';
import type { CallLike } from '../syntax/expressions.ts';
import {
  failuresOf,
  failuresOfPromise,
  type FailurePoint,
  type Failures,
  type RunnableFunction,
  type Way,
} from '../syntax/failure-points.ts';
import { ask, once, TypeFlags, type Asking, type TypeInfo } from '../engine/questions.ts';
import { calleeOf } from './callee.ts';
import { riskOf, type Risk } from './known-throwers.ts';
import { isThenable } from './promises.ts';

export type Rejections =
  /** `handled`: thanks to a handler or a `catch` on the way, so somebody has thought of it. */
  | { readonly kind: 'never'; readonly handled: boolean }
  /** An error raised in the project's own code gets out; `at` is the `throw`, or the use of `reject`. */
  | { readonly kind: 'maybe'; readonly at: Node }
  /** Code without source has a say in it: the call at `at`. */
  | { readonly kind: 'unknown'; readonly at: Node };

/**
 * What to expect of calls of code that nothing is known about. `may-throw` where an exception does more harm than
 * in a function that is not async; else `work`. Promises of such code may reject in any case.
 */
export type UnseenCalls = 'may-throw' | 'work';

/** Calling `fn` fails in this way if … */
interface Step {
  readonly fn: RunnableFunction;
  readonly way: Way;
  /**
   * Code that runs because something failed, or cleans up, is written to be safe: where it goes on to code without
   * source, such as a logger, that is taken to be safe too.
   */
  readonly inHandler: boolean;
}

/** What the code of one function tells. */
interface Local {
  readonly failure: Exclude<Rejections, { kind: 'never' }> | undefined;
  /** A call of code that nothing is known about. */
  readonly unseenCall: Node | undefined;
  readonly steps: readonly Step[];
  readonly handles: boolean;
}

/** Search no further than this: who depends on so many functions is not known to be safe. */
const MAX_STEPS = 300;

/** Whether the promise that an expression makes, or one in the array that it makes, may reject. */
export function* rejectionsOf(
  value: Expression,
  unseenCalls: UnseenCalls,
  kind: 'promise' | 'array' = 'promise',
): Asking<Rejections> {
  return yield* search(yield* localOf(failuresOfPromise(value, kind)), value, unseenCalls);
}

/** Whether the promise that a call of `fn` returns may reject. */
export function* rejectionsOfFunction(fn: RunnableFunction, unseenCalls: UnseenCalls): Asking<Rejections> {
  return yield* search(yield* localOfFunction({ fn, way: 'rejects', inHandler: false }), fn, unseenCalls);
}

/** Where an error that the project's own code raises gets out of a call of `fn` by its promise, if some does. */
export function* ownErrorOf(fn: RunnableFunction): Asking<Node | undefined> {
  const open: Pick<Step, 'fn' | 'way'>[] = [{ fn, way: 'rejects' }];
  for (const { fn: next, way } of open) {
    for (const point of failuresOf(next, way).points) {
      if (point.how === 'fails') return point.node;
      const followed = yield* follow(point);
      if (typeof followed === 'string' || open.length > MAX_STEPS) continue;
      open.push(...followed.filter(step => !open.some(one => one.fn === step.fn && one.way === step.way)));
    }
  }
  return undefined;
}

function* search(start: Local, at: Node, unseenCalls: UnseenCalls): Asking<Rejections> {
  const open = [{ local: start, inHandler: false }];
  let handled = false;
  for (const { local, inHandler } of open) {
    if (local.failure && !(inHandler && local.failure.kind === 'unknown')) return local.failure;
    if (local.unseenCall && !inHandler && unseenCalls === 'may-throw') return { kind: 'unknown', at: local.unseenCall };
    handled ||= local.handles;
    for (const step of local.steps) {
      const next = { local: yield* localOfFunction(step), inHandler: inHandler || step.inHandler };
      if (open.some(one => one.local === next.local && one.inHandler === next.inHandler)) continue;
      if (open.length > MAX_STEPS) return { kind: 'unknown', at };
      open.push(next);
    }
  }
  return { kind: 'never', handled };
}

function localOfFunction({ fn, way }: Step): Asking<Local> {
  return once(`failures:${way}`, fn, () => localOf(failuresOf(fn, way)));
}

function* localOf({ points, handles }: Failures): Asking<Local> {
  const fails = points.find(point => point.how === 'fails');
  if (fails) return { failure: { kind: 'maybe', at: fails.node }, unseenCall: undefined, steps: [], handles };
  const steps: Step[] = [];
  let unseenCall: Node | undefined;
  let isHandled = handles;
  for (const point of points) {
    const found = yield* follow(point);
    if (found === 'fails') return { failure: { kind: 'unknown', at: point.node }, unseenCall, steps: [], handles };
    if (found === 'unseen call') unseenCall ??= point.node;
    else if (found === 'handled') isHandled = true;
    else steps.push(...found);
  }
  return { failure: undefined, unseenCall, steps, handles: isHandled };
}

/** The functions that a point depends on, or what is known of code without source: `handled` if it never rejects. */
type Followed = readonly Step[] | 'fails' | 'handled' | 'unseen call';

const FOLLOWED: Readonly<Record<Risk, Followed>> = { none: [], throws: 'fails', unknown: 'unseen call' };

function* follow(point: FailurePoint): Asking<Followed> {
  switch (point.how) {
    case 'called':
      return yield* followCall(point.node, point.inHandler);
    case 'settled':
      return yield* followSettled(point.node);
    case 'called-back':
      return yield* followCallback(point.node, point.inHandler);
    default:
      return 'fails';
  }
}

/** A function that returns a promise reports its errors by it. */
function* followCall(call: CallLike, inHandler: boolean): Asking<Followed> {
  const callee = yield* calleeOf(isTaggedTemplateExpression(call) ? call.tag : call.expression);
  if (callee.kind === 'functions') return callee.functions.map(fn => ({ fn, way: 'throws', inHandler }));
  if (callee.kind === 'never-rejects' || inHandler) return [];
  const risk = riskOf(callee.symbol);
  if (risk === 'none') return [];
  const result = yield* ask('typeAt', call);
  return result && (yield* isThenable(result)) ? [] : FOLLOWED[risk];
}

function* followSettled(value: Expression): Asking<Followed> {
  const callee = isCallExpression(value) ? yield* calleeOf(value.expression) : undefined;
  if (callee?.kind === 'never-rejects') return 'handled';
  if (callee?.kind === 'functions') return callee.functions.map(fn => ({ fn, way: 'rejects', inHandler: false }));
  const type = yield* ask('typeAt', value);
  // An error that is handed on, of type `any`, is no promise.
  if (!callee && type && type.flags & TypeFlags.Any) return [];
  return (yield* maybePromise(type)) ? 'fails' : [];
}

function* followCallback(callback: Expression, inHandler: boolean): Asking<Followed> {
  const callee = yield* calleeOf(callback);
  if (callee.kind === 'never-rejects') return 'handled';
  if (callee.kind === 'functions') {
    return callee.functions.flatMap(fn => [
      { fn, way: 'throws', inHandler },
      { fn, way: 'rejects', inHandler },
    ]);
  }
  const type = yield* ask('typeAt', callback);
  const signatures = type ? yield* ask('callSignatures', type) : [];
  // What may not be a function handles nothing: the rejection goes on.
  if (signatures.length === 0) return 'fails';
  for (const signature of signatures) {
    if (yield* maybePromise(yield* ask('returnType', signature))) return 'fails';
  }
  return inHandler ? [] : FOLLOWED[riskOf(callee.symbol)];
}

/** What the type says nothing about may be anything. */
function* maybePromise(type: TypeInfo | undefined): Asking<boolean> {
  return !type || (type.flags & TypeFlags.Any) !== 0 || (yield* isThenable(type));
}
