/** Which functions run as tasks. */

import type { AnyNode, Program } from 'acorn';
import { isHelperCall } from './helpers.ts';
import { within, type FunctionNode } from './parse.ts';

/**
 * `async`: an async function, or a module with top-level await. `generator`: an async generator.
 * `adopted`: a generator that a compiler made of an async function, and that a helper drives.
 */
export type TaskForm = 'async' | 'generator' | 'adopted';

/** `undefined` for a function that runs as no task. */
export function taskForm(node: FunctionNode, parent: AnyNode | undefined): TaskForm | undefined {
  if (node.async) return node.generator ? 'generator' : 'async';
  return node.generator && isDriven(node, parent) ? 'adopted' : undefined;
}

const isDriven = (node: FunctionNode, parent: AnyNode | undefined): boolean =>
  parent?.type === 'CallExpression' && parent.arguments.at(-1) === node && isHelperCall(parent, 'drive');

export function hasTopLevelAwait(program: Program): boolean {
  if (!within(program, 'AwaitExpression').next().done) return true;
  for (const { await: awaits } of within(program, 'ForOfStatement')) if (awaits) return true;
  for (const { kind } of within(program, 'VariableDeclaration')) if (kind === 'await using') return true;
  return false;
}
