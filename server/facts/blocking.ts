/** Which calls block the thread, and how: found by the search, or remembered from an earlier one. */

import { isCallExpression, type Expression, type Node } from '../syntax/ast.ts';
import type { Asking } from '../engine/questions.ts';
import { argumentPath, callPaths, isWaitedForByNobody } from './blocking-answers.ts';
import { blockingGraph, type BlockingPath } from './blocking-graph.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';
import { rememberedBlocking } from './remembered-blocking.ts';

export type { BlockingPath } from './blocking-graph.ts';
export type { Step } from './blocking-verdicts.ts';

/** All calls in a function's own code that block, each with its shortest path. */
export function* blockingCalls(fn: Node, knowledge: BlockingKnowledge): Asking<readonly BlockingPath[]> {
  const remembered = yield* rememberedBlocking(fn.getSourceFile(), knowledge);
  if (remembered) return remembered.get(fn)?.paths ?? [];
  return callPaths(fn, yield* blockingGraph(knowledge));
}

/** How a function blocks that an argument names, whoever calls it. */
export function* blockingArgument(
  argument: Expression,
  knowledge: BlockingKnowledge,
): Asking<BlockingPath | undefined> {
  const remembered = yield* rememberedBlocking(argument.getSourceFile(), knowledge);
  if (remembered) return remembered.get(argument)?.paths[0];
  return argumentPath(argument, yield* blockingGraph(knowledge));
}

/** Whether nobody waits for a function, or a call, in which something blocks. */
export function* holdsUpNobody(node: Node, knowledge: BlockingKnowledge, root: string): Asking<boolean> {
  const remembered = yield* rememberedBlocking(node.getSourceFile(), knowledge);
  if (!remembered) return isWaitedForByNobody(node, yield* blockingGraph(knowledge), root);
  const parts = isCallExpression(node) ? node.arguments : [node];
  return parts.some(part => remembered.get(part)?.isAlone);
}
