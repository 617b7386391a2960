/** The functions that names stand for, seen through constants and properties that keep them under another name. */

import type { Expression, Node } from '../syntax/ast.ts';
import { boundBy, heldName, HOLDER_KINDS, keepsItsValue } from '../syntax/held-names.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import type { Asking, SymbolInfo } from '../engine/questions.ts';
import { calleeSymbol, declared, functionOfType, hasTag } from './callee.ts';

/**
 * `readFileSync` for `load` after `const load = fs.readFileSync`, and for `api.load` after
 * `const api = { load: readFileSync }`.
 */
export function* calledFunction(callee: Expression): Asking<SymbolInfo | undefined> {
  const symbol = yield* calleeSymbol(callee);
  const holder = symbol && (yield* holderOf(symbol));
  if (!holder) return symbol;
  const bound = boundIn(holder);
  if (bound) return yield* calledFunction(bound);
  return (yield* functionOfType(callee)) ?? symbol;
}

function boundIn(holder: Node): Expression | undefined {
  const { initializer } = holder as Node & { readonly initializer?: Expression };
  return initializer && boundBy(withoutAssertions(initializer));
}

/** What keeps a function; nothing where it says itself whether it blocks. */
function* holderOf({ declarations }: SymbolInfo): Asking<Node | undefined> {
  const [reference, ...others] = declarations;
  if (!reference || others.length > 0 || !HOLDER_KINDS.has(reference.kind)) return undefined;
  const holder = yield* declared(reference);
  const isMarked = holder && (hasTag(holder, 'blocking') || hasTag(holder, 'nonblocking'));
  return holder && !isMarked && keepsItsValue(holder) && heldName(holder) ? holder : undefined;
}
