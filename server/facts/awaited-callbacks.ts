/** Functions and components of the project that await what a callback returns, though its type says `void`. */

import {
  isAwaitExpression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isIdentifier,
  isJsxAttribute,
  isJsxExpression,
  isParenthesizedExpression,
  isVariableDeclaration,
  type CallExpression,
  type Expression,
  type JsxAttribute,
  type JsxOpeningLikeElement,
  type Node,
} from '../syntax/ast.ts';
import { parentBeyondParentheses } from '../syntax/expressions.ts';
import type { RunnableFunction } from '../syntax/failure-points.ts';
import { usesOf, usesOfMember } from '../syntax/parameter-uses.ts';
import { ask, type Asking, type NodeRef } from '../engine/questions.ts';
import { calleeOf, calleeSymbol, declared } from './callee.ts';
import { isTypeOf, type NamedIn } from './members.ts';

/** How many functions may hand a callback on to one another. */
const MAX_DEPTH = 3;

/** Whether whoever gets `callback`, an argument of a call or the value of a JSX attribute, awaits what it returns. */
export function* awaitsCallback(callback: Expression, depth = MAX_DEPTH): Asking<boolean> {
  const taker = depth > 0 ? takerOf(callback) : undefined;
  const functions = taker ? yield* functionsOf(taker.callee) : [];
  for (const fn of functions) if (!(yield* someAwaits(taker!.usesIn(fn), depth))) return false;
  return functions.length > 0;
}

function* someAwaits(uses: readonly Expression[], depth: number): Asking<boolean> {
  for (const use of uses) if (isResultAwaited(use) || (yield* awaitsCallback(use, depth - 1))) return true;
  return false;
}

/** Makers of components that run the function which they are given. */
const COMPONENT_MAKERS: readonly NamedIn[] = [{ module: 'react', names: ['forwardRef', 'memo'] }];

function* functionsOf(callee: Expression): Asking<readonly RunnableFunction[]> {
  const [declaration] = (yield* calleeSymbol(callee))?.declarations ?? [];
  const maker = declaration && (yield* initializerOf(declaration));
  const type = maker && isCallExpression(maker) ? yield* ask('typeAt', maker.expression) : undefined;
  const isMade = type !== undefined && (yield* isTypeOf(type, COMPONENT_MAKERS));
  const component = isMade ? (maker as CallExpression).arguments[0] : undefined;
  const code = yield* calleeOf(component ?? callee);
  return code.kind === 'functions' ? code.functions : [];
}

function* initializerOf(declaration: NodeRef): Asking<Expression | undefined> {
  const node = yield* declared(declaration);
  return node && isVariableDeclaration(node) ? node.initializer : undefined;
}

/** A function or a component that is given a callback, and where it has it. */
interface Taker {
  readonly callee: Expression;
  readonly usesIn: (fn: RunnableFunction) => readonly Expression[];
}

function takerOf(callback: Expression): Taker | undefined {
  const { parent } = callback;
  if (isCallExpression(parent)) {
    const index = parent.arguments.indexOf(callback);
    return index < 0 ? undefined : { callee: parent.expression, usesIn: fn => usesOfArgument(fn, index) };
  }
  const attribute = isJsxExpression(parent) ? parent.parent : undefined;
  return attribute && isJsxAttribute(attribute) ? component(attribute) : undefined;
}

function usesOfArgument({ parameters, body }: RunnableFunction, index: number): readonly Expression[] {
  const name = parameters[index]?.name;
  return name && isIdentifier(name) && body ? usesOf(name, body) : [];
}

function component({ name, parent }: JsxAttribute): Taker | undefined {
  if (!isIdentifier(name)) return undefined;
  const { tagName } = parent.parent as JsxOpeningLikeElement;
  const usesIn = ({ parameters: [props], body }: RunnableFunction): readonly Expression[] =>
    props && body ? usesOfMember(props.name, name.text, body) : [];
  return { callee: tagName as Expression, usesIn };
}

/** `await use()`, or `const result = use();` with `await result` later. */
function isResultAwaited(use: Expression): boolean {
  const call = use.parent;
  if (!isCallExpression(call) || call.expression !== use) return false;
  const user = userOf(call);
  if (isAwaitExpression(user)) return true;
  if (!isVariableDeclaration(user) || !isIdentifier(user.name)) return false;
  const { parent: statement } = user.parent;
  return usesOf(user.name, statement.parent).some(name => isAwaitExpression(parentBeyondParentheses(name)));
}

/** What uses a value, which operators may choose: the variable of `const result = isOn && f()`. */
function userOf(value: Node): Node {
  let { parent } = value;
  while (isParenthesizedExpression(parent) || isBinaryExpression(parent) || isConditionalExpression(parent)) {
    ({ parent } = parent);
  }
  return parent;
}
