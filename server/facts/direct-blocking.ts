/** Calls of functions that are known to block, where they stand: no other function is followed. */

import type { CallExpression } from '../syntax/ast.ts';
import { calleeName } from '../syntax/expressions.ts';
import type { Asking } from '../engine/questions.ts';
import type { BlockingFunction } from './blocking-function.ts';
import { blockingFunction, blocksWith, type BlockingKnowledge } from './blocking-leaves.ts';
import { calledFunction } from './held-functions.ts';

/** The known function that a call calls, by its own name. */
export function* blockingCallee(
  call: CallExpression,
  knowledge: BlockingKnowledge,
): Asking<BlockingFunction | undefined> {
  const callee = call.expression;
  const name = calleeName(callee);
  if (name === undefined || !knowledge.leaves.has(name)) return undefined;
  const symbol = yield* calledFunction(callee);
  const leaf = symbol && (yield* blockingFunction(symbol, knowledge));
  return leaf && blocksWith(leaf, call) ? leaf : undefined;
}
