/** Functions that have themselves called again before anything but microtasks runs. */

import {
  isArrowFunction,
  isBlock,
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isVariableDeclaration,
  type CallExpression,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { suspensionsBefore } from '../syntax/after-suspension.ts';
import { memberName } from '../syntax/expressions.ts';
import { isPlainFunction, type PlainFunction } from '../syntax/functions.ts';
import { ask, type Asking } from '../engine/questions.ts';
import { calleeSymbol } from './callee.ts';

/** Whether a call looks like `process.nextTick(…)`, `queueMicrotask(…)` or `Promise.resolve().then(…)`. */
export function runsInMicrotask({ expression: callee }: CallExpression): boolean {
  if (isIdentifier(callee)) return callee.text === 'queueMicrotask';
  if (!isPropertyAccessExpression(callee)) return false;
  const { name, expression: object } = callee;
  if (name.text === 'nextTick') return isIdentifier(object) && object.text === 'process';
  return name.text === 'then' && isCallExpression(object) && object.getText() === 'Promise.resolve()';
}

/** Whether a call has the function around it called again in a microtask: `process.nextTick(poll)` within `poll`. */
export function* reschedulesItself(call: CallExpression): Asking<boolean> {
  const [first] = call.arguments;
  const again = first && runsInMicrotask(call) ? called(first) : undefined;
  const around = again && functionAround(call);
  const name = around && nameOf(around);
  if (!name || name.getText() !== (isIdentifier(again) ? again.text : memberName(again))) return false;
  // What comes after an `await` runs when I/O has had its turn.
  if (suspensionsBefore(around, [call]).size > 0) return false;
  const symbol = yield* calleeSymbol(again);
  return symbol !== undefined && symbol.id === (yield* ask('symbolAt', name))?.id;
}

/** `poll` of `poll`, and of `() => poll()`. */
function called(callback: Expression): Expression {
  if (!isArrowFunction(callback) || isBlock(callback.body)) return callback;
  const call = callback.body as Expression;
  return isCallExpression(call) ? call.expression : callback;
}

function functionAround(node: Node): PlainFunction | undefined {
  for (let at = node.parent; at; at = at.parent) if (isPlainFunction(at)) return at;
  return undefined;
}

function nameOf(fn: PlainFunction): Node | undefined {
  if (!isArrowFunction(fn)) return fn.name;
  return isVariableDeclaration(fn.parent) ? fn.parent.name : undefined;
}
