/** The statements that random programs are made of, each with what it does to the task that runs it. */

import { Rejected, type Callee } from './random-program.ts';
import type { Target, TruthTask } from './truth.ts';

/** What running a statement adds to the truth about its task. */
export type Effect = (task: TruthTask) => void;

/** The function that is being written. */
export interface Maker {
  readonly lines: string[];
  readonly callees: readonly Callee[];
  readonly random: (below: number) => number;
  indent: string;
  readonly kind: 'function' | 'generator';
  /** Tasks that a call makes so far. */
  cost: number;
  /** Values that a generator has handed out so far. */
  yields: number;
  /** Variables that are declared so far. */
  variables: number;
}

const HIGHEST_COST = 120;
const DEEPEST = 2;

export function statements(maker: Maker, count: number, depth: number): Effect {
  const effects = Array.from({ length: count }, () => statement(maker, depth));
  return task => effects.forEach(effect => effect(task));
}

type Statement = (maker: Maker, depth: number) => Effect;

function statement(maker: Maker, depth: number): Effect {
  if (maker.kind === 'generator' && depth === 0 && maker.random(2) === 0) return yieldValue(maker);
  const kinds = depth < DEEPEST ? [...SIMPLE, ...NESTED] : SIMPLE;
  return kinds[maker.random(kinds.length)]!(maker, depth);
}

/** Adds a line; its number, from 1 on. */
const write = ({ lines, indent }: Maker, text: string): number => lines.push(indent + text);

/** A function to call, within what a program may cost; `undefined` where there is none. */
function pick(maker: Maker, kind: Callee['kind'], fits: (callee: Callee) => boolean = () => true): Callee | undefined {
  const left = HIGHEST_COST - maker.cost;
  const candidates = maker.callees.filter(it => it.kind === kind && it.cost <= left && fits(it));
  const chosen = candidates[maker.random(candidates.length || 1)];
  if (chosen !== undefined) maker.cost += chosen.cost;
  return chosen;
}

/** Suspends a task; it goes on with an exception where what it waits for is rejected. */
function suspend(task: TruthTask, line: number, on: Target, rejects = false): void {
  task.awaits.push({ line, on });
  if (rejects) throw new Rejected();
}

const awaitSimple =
  (code: string, on: string): Statement =>
  maker => {
    const line = write(maker, `await ${code};`);
    return task => suspend(task, line, on);
  };

/** An expression around one call, on which the task waits as on the call itself. */
const awaitCall =
  (around: (call: string) => string, how?: 'by callback'): Statement =>
  maker => {
    const callee = pick(maker, 'function');
    if (callee === undefined) return awaitSimple('null', 'value')(maker, 0);
    const line = write(maker, `await ${around(callee.call)};`);
    return task => suspend(task, line, callee.start(task, how), callee.rejects);
  };

/** A call whose promise nobody waits for. */
const callLater =
  (around: (call: string) => string, how?: 'by callback'): Statement =>
  maker => {
    const callee = pick(maker, 'function');
    if (callee === undefined) return () => undefined;
    write(maker, `${around(callee.call)};`);
    return task => void callee.start(task, how);
  };

const startThenAwait: Statement = (maker, depth) => {
  const callee = pick(maker, 'function');
  if (callee === undefined) return () => undefined;
  const name = `p${maker.variables++}`;
  write(maker, `const ${name} = ${callee.call};`);
  const between = statement(maker, depth);
  const line = write(maker, `await ${name};`);
  return task => {
    const started = callee.start(task);
    between(task);
    suspend(task, line, started, callee.rejects);
  };
};

/** `Promise.all` and its like; what they do with rejected inputs depends on time, except for `allSettled`. */
const combine: Statement = maker => {
  const combinator = ['all', 'race', 'any', 'allSettled'][maker.random(4)]!;
  const inputs = Array.from({ length: 2 + maker.random(3) }, () =>
    maker.random(4) === 0
      ? undefined
      : pick(maker, 'function', ({ rejects }) => combinator === 'allSettled' || !rejects),
  );
  const line = write(maker, `await Promise.${combinator}([${inputs.map(it => it?.call ?? '1').join(', ')}]);`);
  return task =>
    suspend(
      task,
      line,
      inputs.map(it => it?.start(task) ?? 'value'),
    );
};

const catchRejection: Statement = maker => {
  const callee = pick(maker, 'function', ({ rejects }) => rejects);
  if (callee === undefined) return awaitSimple('undefined', 'value')(maker, 0);
  const line = write(maker, `try { await ${callee.call}; }`);
  const inCatch = write(maker, 'catch { await null; }');
  return task => {
    task.awaits.push({ line, on: callee.start(task) });
    suspend(task, inCatch, 'value');
  };
};

const forAwaitValues: Statement = maker => {
  const inputs = [
    pick(maker, 'function', ({ rejects }) => !rejects),
    undefined,
    pick(maker, 'function', ({ rejects }) => !rejects),
  ];
  const line = write(maker, `for await (const it of [${inputs.map(it => it?.call ?? '1').join(', ')}]) await it;`);
  return task => {
    // All inputs are started before the first is waited for.
    for (const input of inputs.map(it => it?.start(task) ?? 'value')) {
      suspend(task, line, input);
      suspend(task, line, 'value');
    }
    suspend(task, line, 'value');
  };
};

const forAwaitGenerator: Statement = maker => {
  const generator = pick(maker, 'generator', ({ rejects }) => !rejects);
  if (generator === undefined) return awaitSimple('0', 'value')(maker, 0);
  const line = write(maker, `for await (const it of ${generator.call}) await it;`);
  return task => {
    const settledBy = generator.start(task);
    for (let round = 0; round < generator.yields; round++) {
      suspend(task, line, { settledBy });
      suspend(task, line, 'value');
    }
    suspend(task, line, { settledBy });
  };
};

function yieldValue(maker: Maker): Effect {
  maker.yields++;
  const callee = pick(maker, 'function', ({ rejects }) => !rejects);
  const line = write(maker, `yield ${callee?.call ?? '1'};`);
  return task => suspend(task, line, callee?.start(task) ?? 'value');
}

/** The statements within braces. */
function block(maker: Maker, depth: number): Effect {
  const { indent } = maker;
  maker.indent = `${indent}  `;
  const body = statements(maker, 1 + maker.random(2), depth + 1);
  maker.indent = indent;
  return body;
}

const loop: Statement = (maker, depth) => {
  const rounds = 1 + maker.random(3);
  write(maker, `for (let i = 0; i < ${rounds}; i++) {`);
  const before = maker.cost;
  const body = block(maker, depth);
  maker.cost += (maker.cost - before) * (rounds - 1);
  write(maker, '}');
  return task => {
    for (let round = 0; round < rounds; round++) body(task);
  };
};

const condition: Statement = (maker, depth) => {
  const holds = maker.random(2) === 0;
  write(maker, `if (${holds}) {`);
  const body = block(maker, depth);
  write(maker, '}');
  return task => (holds ? body(task) : undefined);
};

const SIMPLE: readonly Statement[] = [
  awaitSimple('null', 'value'),
  awaitSimple('Promise.resolve(1)', 'value'),
  awaitSimple('sleep(1)', 'timer'),
  awaitSimple('new Promise(setImmediate)', 'immediate'),
  awaitSimple("stat('.')", 'fs'),
  awaitSimple('{ then: resolve => resolve(1) }', 'value'),
  awaitSimple('{ then: resolve => setTimeout(resolve) }', 'timer'),
  awaitCall(call => call),
  awaitCall(call => call),
  awaitCall(call => `(() => ${call})()`),
  awaitCall(call => `Promise.resolve().then(() => ${call})`, 'by callback'),
  awaitCall(call => `${call}.then(x => x).finally(() => 1)`),
  awaitCall(call => `new Promise(resolve => resolve(${call}))`),
  awaitCall(call => `{ then: (resolve, reject) => ${call}.then(resolve, reject) }`, 'by callback'),
  callLater(call => call),
  callLater(call => `setTimeout(() => ${call})`, 'by callback'),
  callLater(call => `setImmediate(() => ${call})`, 'by callback'),
  callLater(call => `process.nextTick(() => ${call})`, 'by callback'),
  callLater(call => `queueMicrotask(() => ${call})`, 'by callback'),
  callLater(call => `Promise.resolve().then(() => setTimeout(() => ${call}))`, 'by callback'),
  callLater(call => `new EventEmitter().on('go', () => ${call}).emit('go')`),
  startThenAwait,
  combine,
  combine,
  catchRejection,
  forAwaitValues,
  forAwaitGenerator,
];

const NESTED: readonly Statement[] = [loop, loop, condition];
