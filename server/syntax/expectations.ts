/** `expect(value).not.toBe(…)`, taken apart by its looks. */

import {
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isSpreadElement,
  type CallExpression,
  type Expression,
  type Identifier,
  type Node,
} from './ast.ts';
import { parentBeyondParentheses } from './expressions.ts';

export interface Expectation {
  /** `expect(value)` itself. */
  readonly call: CallExpression;
  readonly value: Expression;
  /** All members in their order: `not`, `resolves`, `toBe`. */
  readonly members: readonly string[];
  /** The last one. */
  readonly matcher: Identifier;
  /** The whole: a call for most matchers. */
  readonly whole: Expression;
}

/** Starts from the call of `expect`, or of one of its members such as `expect.soft`. */
export function expectationOf(call: CallExpression): Expectation | undefined {
  const callee = call.expression;
  const root = isPropertyAccessExpression(callee) ? callee.expression : callee;
  const [value] = call.arguments;
  if (!isIdentifier(root) || root.text !== 'expect' || !value || isSpreadElement(value)) return undefined;
  const members: Identifier[] = [];
  let whole: Expression = call;
  for (let parent = parentBeyondParentheses(whole); isLink(parent, whole); parent = parentBeyondParentheses(whole)) {
    if (isPropertyAccessExpression(parent) && isIdentifier(parent.name)) members.push(parent.name);
    whole = parent;
  }
  const matcher = members.at(-1);
  return matcher && { call, value, members: members.map(({ text }) => text), matcher, whole };
}

function isLink(parent: Node, child: Expression): parent is Expression & { readonly expression: Expression } {
  return (isPropertyAccessExpression(parent) || isCallExpression(parent)) && parent.expression.end >= child.end;
}

/** The names after the dots of `a.b(…).c`, last first. */
export function membersOf(expression: Expression): readonly string[] {
  const names: string[] = [];
  for (let node = expression; isPropertyAccessExpression(node) || isCallExpression(node); node = node.expression) {
    if (isPropertyAccessExpression(node)) names.push(node.name.text);
  }
  return names;
}

/** Whether a member of an assertion makes it wait for a promise. */
export function saysToWait(member: string): boolean {
  return WAITING.has(member);
}

const WAITING: ReadonlySet<string> = new Set([
  'become',
  'eventually',
  'fulfilled',
  'rejected',
  'rejectedWith',
  'rejects',
  'resolves',
]);
