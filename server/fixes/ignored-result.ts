/** Ways to deal with the promise of a function that is handed to code which ignores it. */

import type { Asking } from '../engine/questions.ts';
import { isCallExpression, isShorthandPropertyAssignment, type Expression, type Node } from '../syntax/ast.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { isPlainFunction } from '../syntax/functions.ts';
import { awaitedLoop } from './awaited-loop.ts';
import { catchInside } from './catch-inside.ts';
import type { FixDraft } from './draft.ts';
import { handlingWrapper } from './handling-wrapper.ts';

/**
 * @param fn the function or method
 * @param node the call, property, … that hands it over
 */
export function* ignoredResultFixes(fn: Node, node: Node): Asking<readonly FixDraft[]> {
  const loops = isCallExpression(node) ? yield* awaitedLoop(node) : [];
  const value = isPlainFunction(fn) ? fn : withoutParentheses(fn as Expression);
  if (isPlainFunction(value)) return [...loops, ...(yield* catchInside(value))];
  return [...loops, ...(yield* handlingWrapper(value, isShorthandPropertyAssignment(node)))];
}
