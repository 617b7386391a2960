/**
 * Tasks of code without insertions: which function made a promise, or awaits one, is told by a frame of the stack.
 * It is not told how a task ended, nor which of several generators of one function goes on.
 */

import { awaitSiteAt, taskFunctionAt, type TaskFunction } from '../load/frame-sites.ts';
import { current, innermost, popTo } from './contexts.ts';
import { framesBelow, type Frame } from './frames.ts';
import * as hooks from './promise-hooks.ts';
import { numberOf, Role, roleOf, Stamp } from './stamp.ts';
import { enter, enterBody, leaveBody, resumeGenerator } from './tasks.ts';

/** The functions of tasks that have not ended. */
const functions = new Map<number, TaskFunction>();

const modules = new Map<TaskFunction, number>();

/** Generators that have handed out a value, or ended, by their function. */
const idle = new Map<TaskFunction, number[]>();

/**
 * Promises of calls of `next`, and those of modules, by the number of the body that they are for, where that is known:
 * V8 derives from them what it puts around the values that the body awaits.
 */
const steps = new WeakMap<object, number>();
/** The last of them. */
let step: object | undefined;

/** Promises that were made when Node had a module run, among others of its loader: the module settles its own. */
const evaluations = new WeakSet<object>();
const LOADER = 'node:internal/modules/';

/** Methods of V8's that make a generator go on. */
const STEPS = new Set(['next', 'return', 'throw']);

/** A promise is made: V8 calls it, as all hooks for promises. */
export function init(promise: object, parent: object | undefined): void {
  if (parent === undefined) return made(promise, framesBelow(init));
  if (!hooks.isArmed()) {
    const [frame] = framesBelow(init);
    if (frame !== undefined) awaited(parent, frame);
  }
  hooks.init(promise, parent);
}

function made(promise: object, [frame, caller]: readonly Frame[]): void {
  const task = frame && taskFunctionAt(frame);
  const begins = task !== undefined && isEntry(task, frame!.getPosition());
  const calling = begins && isFunction(task) ? caller && taskFunctionAt(caller) : undefined;
  // Of other code it is not known that it runs as a task before it waits.
  if (calling !== undefined && calling.kind !== 'unknown') goesOn(calling);
  hooks.init(promise, undefined);
  if (begins) enterTask(promise, task);
  else if (task === undefined && frame !== undefined) madeByOthers(promise, frame);
}

function madeByOthers(promise: object, frame: Frame): void {
  const file = frame.getFileName() ?? '';
  if (file === '' && STEPS.has(frame.getFunctionName() ?? '')) begin(promise, 0);
  else if (file.startsWith(LOADER) && !isModule(current)) evaluations.add(promise);
}

const isModule = (task: number): boolean => functions.get(task)?.kind === 'module';

/** The promise of an async function is made before anything else happens in it; others, as by `import()`, later. */
function isEntry(task: TaskFunction, position: number): boolean {
  if (task.entry === -1 && position < task.head) task.entry = position;
  return task.entry === position;
}

const isFunction = ({ kind }: TaskFunction): boolean => kind === 'function' || kind === 'unknown';

function enterTask(promise: object, task: TaskFunction): void {
  if (task.kind === 'module') {
    const body = enterBody(task.site);
    functions.set(body, task);
    modules.set(task, body);
    begin(promise, body);
  } else if (isFunction(task)) functions.set(enter(task.site), task);
}

function begin(promise: object, body: number): void {
  step = promise;
  steps.set(promise, body);
}

function awaited(parent: object, frame: Frame): void {
  const running = taskFunctionAt(frame);
  if (running === undefined) return;
  const task = goesOn(running);
  if (task === 0) return;
  const isWrapped = steps.get(parent) === task || numberOf(Stamp.of(parent)) === task;
  hooks.arm(task, awaitSiteAt(frame), isWrapped ? undefined : parent, 0);
}

/** The task that runs a function at the moment; 0 where that is not known. */
function goesOn(running: TaskFunction): number {
  const task = innermost(context => functions.get(context) === running) || begunBody(running);
  if (task === 0) return 0;
  popTo(task);
  if (step !== undefined && running.kind === 'generator' && steps.get(step) === 0) steps.set(step, task);
  return task;
}

/** A body that begins, or goes on, without having been told; 0 for a function that was running before us. */
function begunBody(running: TaskFunction): number {
  // Made when the module is linked, its promise comes long before its code.
  if (running.kind === 'module') return modules.get(running) ?? 0;
  if (running.entry !== -1 || running.kind === 'function') return 0;
  const again = idle.get(running)?.pop();
  if (again !== undefined) {
    resumeGenerator(again);
    return again;
  }
  const task = enterBody(running.site);
  functions.set(task, running);
  return task;
}

/** A promise is settled. */
export function settled(promise: object): void {
  const mark = Stamp.of(promise);
  const body = steps.get(promise);
  if (body !== undefined) stepped(body || current);
  else if (isModule(current) && evaluations.has(promise)) stepped(current);
  hooks.settled(promise);
  if (roleOf(mark) === Role.Task) functions.delete(numberOf(mark));
}

/** A body has handed out a value, or ended. */
function stepped(task: number): void {
  const body = functions.get(task);
  if (body === undefined || (body.kind !== 'generator' && body.kind !== 'module')) return;
  leaveBody(task);
  if (body.kind === 'module') functions.delete(task);
  else idle.set(body, [...(idle.get(body) ?? []), task]);
}

export const { before, after } = hooks;
