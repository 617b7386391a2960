/** Which functions run as tasks. */

import type { AnyNode, Program } from 'acorn';
import { isHelperCall } from './helpers.ts';
import { within, type FunctionNode } from './parse.ts';

/**
 * `async`: an async function, or a module with top-level await. `generator`: an async generator.
 * `adopted` and `adoptedGenerator`: a generator that a compiler made of the one or the other, and that a helper drives.
 */
export type TaskForm = 'async' | 'generator' | 'adopted' | 'adoptedGenerator';

/** Forms without a promise of their own: their bodies begin when the first value is asked for. */
export const isGenerator = (form: TaskForm): boolean => form === 'generator' || form === 'adoptedGenerator';

/** Whether a compiler has made a generator of it. */
export const isAdopted = (form: TaskForm): boolean => form === 'adopted' || form === 'adoptedGenerator';

/** `undefined` for a function that runs as no task. */
export function taskForm(node: FunctionNode, parent: AnyNode | undefined): TaskForm | undefined {
  if (node.async) return node.generator ? 'generator' : 'async';
  if (!node.generator || parent?.type !== 'CallExpression' || parent.arguments.at(-1) !== node) return undefined;
  if (isHelperCall(parent, 'drive')) return 'adopted';
  return isHelperCall(parent, 'driveGenerator') ? 'adoptedGenerator' : undefined;
}

/** Whether a module waits at its top level. */
export function hasTopLevelAwait(program: Program): boolean {
  if (!within(program, 'AwaitExpression').next().done) return true;
  for (const { await: awaits } of within(program, 'ForOfStatement')) if (awaits) return true;
  for (const { kind } of within(program, 'VariableDeclaration')) if (kind === 'await using') return true;
  return false;
}
