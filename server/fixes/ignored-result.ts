/** Ways to deal with the promise of a function that is handed to code which ignores it. */

import { ask, type Asking } from '../engine/questions.ts';
import { calleeOf } from '../facts/callee.ts';
import {
  isCallExpression,
  isPropertyAccessExpression,
  isShorthandPropertyAssignment,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { isPlainFunction } from '../syntax/functions.ts';
import { addsListener, removesListener } from '../syntax/listeners.ts';
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
  const mustStay = removesListener(node) || (addsListener(node) && (yield* isTakenAway(value)));
  if (mustStay) return [...loops, ...(yield* catchWhereDeclared(value))];
  return [...loops, ...(yield* handlingWrapper(value, isShorthandPropertyAssignment(node)))];
}

/** Whether a function is somewhere taken away as a listener, for which it has to stay the same function. */
function* isTakenAway(fn: Expression): Asking<boolean> {
  const uses = yield* ask('references', isPropertyAccessExpression(fn) ? fn.name : fn);
  for (const reference of uses) {
    const use = yield* ask('node', reference);
    const whole = use && isPropertyAccessExpression(use.parent) && use.parent.name === use ? use.parent : use;
    if (whole && removesListener(whole.parent)) return true;
  }
  return false;
}

function* catchWhereDeclared(fn: Expression): Asking<readonly FixDraft[]> {
  const callee = yield* calleeOf(fn);
  const [code, ...others] = callee.kind === 'functions' ? callee.functions : [];
  return code && others.length === 0 && isPlainFunction(code) ? yield* catchInside(code) : [];
}
