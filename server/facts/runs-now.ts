/** Callbacks that are part of the code around them: they run before the call that they are given to returns. */

import type { CallExpression, NewExpression, Node } from '../syntax/ast.ts';
import type { Code } from '../syntax/call-sites.ts';
import { argumentIndex } from '../syntax/within.ts';
import type { Asking } from '../engine/questions.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';
import { targetsOf } from './call-targets.ts';
import { runsGenerator } from '../syntax/code-names.ts';
import { memberName } from '../syntax/expressions.ts';
import { isCodeOfPackage } from '../syntax/script-files.ts';
import { calleeSymbol } from './callee.ts';
import type { Leads } from './leads.ts';
import { isOneOf } from './members.ts';

/** A function that is written in place runs now where it is called itself, or its taker calls it before it returns. */
export function* isRunNow({ node, handedTo }: Code, leads: Leads, knowledge: BlockingKnowledge): Asking<boolean> {
  return handedTo !== undefined && (yield* runsNow(handedTo.call, node, leads, knowledge));
}

/** Whether a call runs what stands in it before it returns: its callee, or what it calls of its arguments. */
export function* runsNow(
  call: CallExpression | NewExpression,
  fn: Node,
  leads: Leads,
  knowledge: BlockingKnowledge,
): Asking<boolean> {
  const index = argumentIndex(call, fn);
  if (index < 0 || (yield* isRunner(call, knowledge))) return true;
  const symbol = yield* calleeSymbol(call.expression);
  const targets = symbol ? yield* targetsOf(symbol, 'called', leads) : [];
  return targets.some(({ alternatives }) => alternatives.every(it => leads.codeOf(it)?.calledParameters.has(index)));
}

/** Whether a call is one of a function that is known to call its arguments before it returns. */
export function* isRunner(
  call: CallExpression | NewExpression,
  { runners }: BlockingKnowledge,
): Asking<boolean> {
  if (isCodeOfPackage(call) && runsGenerator(call)) return true;
  const symbol = yield* calleeSymbol(call.expression);
  if (symbol) return yield* isOneOf(symbol, runners);
  return isCodeOfPackage(call) && ITERATORS.has(memberName(call.expression) ?? '');
}

/** Methods of arrays: where JavaScript does not tell of what type a parameter is, hardly anything else has them. */
const ITERATORS: ReadonlySet<string> = new Set(['every', 'filter', 'flatMap', 'forEach', 'map', 'reduce', 'some']);

/**
 * The code that runs as a whole around a node. An async function or a generator is one of its own, whoever calls it.
 */
export function* codeRunning(node: Node, leads: Leads, knowledge: BlockingKnowledge): Asking<Code | undefined> {
  let code = leads.codeAround(node);
  while (code?.handedTo && !code.isDeferred && (yield* isRunNow(code, leads, knowledge))) code = code.handedTo.within;
  return code;
}
