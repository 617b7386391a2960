/** Calls whose promise is looked after by the library that returns it. */

import { ask, type Asking, type SymbolInfo } from '../engine/questions.ts';
import { isIdentifier, type CallExpression, type Expression } from '../syntax/ast.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import { calleeSymbol } from './callee.ts';
import { isOneOf, type NamedIn } from './members.ts';

/** @param known the functions that look after their promise */
export function* isSelfHandledCall({ expression: callee }: CallExpression, known: readonly NamedIn[]): Asking<boolean> {
  const symbol = yield* calleeSymbol(callee);
  if (symbol && (yield* isOneOf(symbol, known))) return true;
  const held = yield* heldFunction(callee);
  return held !== undefined && (yield* isOneOf(held, known));
}

/** The function that a variable holds, as after `const test = nodeTest.test`: its type is declared where it is. */
function* heldFunction(callee: Expression): Asking<SymbolInfo | undefined> {
  const name = withoutAssertions(callee);
  const type = isIdentifier(name) ? yield* ask('typeAt', name) : undefined;
  return type?.symbol ? yield* ask('symbolOfType', type) : undefined;
}
