/** Programs that come with the truth about their tasks: each statement is made together with what it does. */

import { randomFrom } from './random.ts';
import { statements, type Effect, type Maker } from './random-statements.ts';
import type { TruthTask } from './truth.ts';

export interface RandomProgram {
  readonly source: string;
  /** Its children are the tasks that the program itself starts. */
  readonly truth: TruthTask;
}

/** An async function or generator that later ones can call. */
export interface Callee {
  /** The expression that calls it. */
  readonly call: string;
  readonly name: string;
  readonly kind: 'function' | 'generator';
  /** How often it yields, for a generator. */
  readonly yields: number;
  readonly rejects: boolean;
  /** How many tasks a call makes in all. */
  readonly cost: number;
  /** Runs it for a task that calls it. */
  start(by: TruthTask, how?: 'directly' | 'by callback'): TruthTask;
}

/** A task that ends by an exception ends the effects of its statements in the same way. */
export class Rejected extends Error {}

const PRELUDE = [
  "import { EventEmitter } from 'node:events';",
  "import { stat } from 'node:fs/promises';",
  "process.on('unhandledRejection', () => {});",
  "process.removeAllListeners('warning');",
  'const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));',
];

const LONGEST_PROGRAM = 800;

export function randomProgram(seed: number): RandomProgram {
  const random = randomFrom(seed);
  const lines = [...PRELUDE];
  const callees: Callee[] = [];
  const count = 4 + random(8);
  for (let index = 0; index < count; index++) callees.push(definition(index, lines, callees, random));

  const truth = newTask('program', 0, true);
  let cost = 0;
  for (const callee of callees.filter(({ kind }) => kind === 'function').reverse()) {
    cost += callee.cost;
    if (cost > LONGEST_PROGRAM) break;
    lines.push(`${callee.call};`);
    callee.start(truth);
  }
  return { source: `${lines.join('\n')}\n`, truth };
}

/** Ways to write a function down: its first line, its last, how to call it and what it is called. */
const FORMS: readonly ((name: string) => readonly [first: string, last: string, call: string, called: string])[] = [
  name => [`async function ${name}() {`, '}', `${name}()`, name],
  name => [`const ${name} = async () => {`, '};', `${name}()`, name],
  name => [`const ${name} = async function () {`, '};', `${name}()`, name],
  name => [`const ${name} = { async run() {`, '} };', `${name}.run()`, 'run'],
  name => [`class ${name} { static async run() {`, '} }', `${name}.run()`, `${name}.run`],
  name => [`class ${name} { async run() {`, '} }', `new ${name}().run()`, `${name}.run`],
];

function definition(index: number, lines: string[], callees: readonly Callee[], random: Maker['random']): Callee {
  const generator = index > 0 && random(5) === 0;
  const [first, last, call, name] = generator
    ? [`async function* g${index}() {`, '}', `g${index}()`, `g${index}`]
    : FORMS[random(FORMS.length)]!(`f${index}`);
  const line = lines.push(first);
  const maker: Maker = {
    lines,
    callees,
    random,
    indent: '  ',
    kind: generator ? 'generator' : 'function',
    cost: 1,
    yields: 0,
    variables: 0,
  };
  const effect = statements(maker, 1 + random(5), 0);
  const rejects = random(6) === 0;
  if (rejects) lines.push("  throw new Error('no');");
  lines.push(last);
  return {
    call,
    name,
    kind: maker.kind,
    yields: maker.yields,
    rejects: rejects || rejectsAlready(effect),
    cost: maker.cost,
    start: (by, how = 'directly') => run(by, newTask(name, line, how === 'directly'), effect, rejects),
  };
}

function run(by: TruthTask, task: TruthTask, effect: Effect, rejects: boolean): TruthTask {
  by.children.push(task);
  try {
    effect(task);
    if (rejects) task.outcome = 'rejected';
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    task.outcome = 'rejected';
  }
  return task;
}

/** Whether the statements of a function end it by an exception: they do so always or never. */
const rejectsAlready = (effect: Effect): boolean =>
  run(newTask('', 0, true), newTask('', 0, true), effect, false).outcome === 'rejected';

function newTask(name: string, line: number, direct: boolean): TruthTask {
  return { name, line, direct, outcome: 'fulfilled', children: [], awaits: [] };
}
