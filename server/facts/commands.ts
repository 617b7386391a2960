/** What a command line runs: nobody else waits meanwhile. */

import {
  isMethodDeclaration,
  isObjectLiteralExpression,
  isPropertyAssignment,
  type CallExpression,
  type Node,
  type ObjectLiteralExpression,
} from '../syntax/ast.ts';
import { calleeName, parentBeyondParentheses } from '../syntax/expressions.ts';
import { ask, type Asking } from '../engine/questions.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';
import { derivesFrom } from './base-types.ts';
import { calleeSymbol } from './callee.ts';
import { isOneOf, mayBeOneOf, ownersOf } from './members.ts';
import { unionParts } from './promises.ts';

/** Whether the functions given to a call are those of a command, as in `program.command('show').action(…)`. */
export function* takesCommand(call: CallExpression, { commands }: BlockingKnowledge): Asking<boolean> {
  if (!mayBeOneOf(calleeName(call.expression), commands)) return false;
  const symbol = yield* calleeSymbol(call.expression);
  return symbol !== undefined && (yield* isOneOf(symbol, commands));
}

/** Whether a function is a hook that is called in a build: `{ writeBundle() { … } }` where a plugin is expected. */
export function* isHookOfCommand(fn: Node, { commandHooks }: BlockingKnowledge): Asking<boolean> {
  for (const { object, name } of membersAround(fn)) {
    const owners = ownersOf(name, commandHooks);
    if (owners.length === 0) continue;
    const expected = yield* ask('contextualType', object);
    for (const type of expected ? yield* unionParts(expected) : [])
      if (yield* derivesFrom(type, owners)) return true;
  }
  return false;
}

/** A hook may be wrapped: `{ config: { order: 'pre', handler() { … } } }`. */
function membersAround(fn: Node): { readonly object: ObjectLiteralExpression; readonly name: string }[] {
  const member = isMethodDeclaration(fn) ? fn : parentBeyondParentheses(fn);
  if (!isMethodDeclaration(member) && !isPropertyAssignment(member)) return [];
  const object = member.parent;
  if (!isObjectLiteralExpression(object)) return [];
  return [{ object, name: member.name.getText() }, ...membersAround(object)];
}
