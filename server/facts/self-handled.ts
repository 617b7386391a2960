/** Calls whose promise is looked after by the library that returns it. */

import type { Asking } from '../engine/questions.ts';
import type { CallExpression } from '../syntax/ast.ts';
import { calleeSymbol } from './callee.ts';
import { holdsOneOf, isOneOf, type NamedIn } from './members.ts';

/** @param known the functions that look after their promise */
export function* isSelfHandledCall({ expression: callee }: CallExpression, known: readonly NamedIn[]): Asking<boolean> {
  const symbol = yield* calleeSymbol(callee);
  return (symbol !== undefined && (yield* isOneOf(symbol, known))) || (yield* holdsOneOf(callee, known));
}
