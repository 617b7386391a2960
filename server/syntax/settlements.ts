/** How often an executor settles its promise, on each path through its code. */

import {
  isBlock,
  isCallExpression,
  isReturnStatement,
  isSwitchStatement,
  SyntaxKind,
  type Block,
  type CallExpression,
  type Expression,
  type Node,
} from './ast.ts';
import type { Executor } from './executors.ts';
import { usesOf } from './parameter-uses.ts';
import { flowOf } from './flow-graph.ts';
import { pointsOf, somePath, successors, type Flow, type FlowPoint } from './flow.ts';
import { isPlainFunction, someOwnNode, type PlainFunction } from './functions.ts';
import { isWithin } from './within.ts';

/** A call that settles the promise, and one that is sure to come after it and does nothing. */
export interface SecondSettlement {
  readonly first: CallExpression;
  readonly second: Node;
}

/** Places in an executor at which its promise has been settled before, on every way to them. */
export function settledTwice(executor: Executor): readonly SecondSettlement[] {
  const all = settlingCalls(executor);
  const functions = new Set(all.map(functionAround));
  return [...functions].flatMap(fn => {
    const calls = all.filter(call => functionAround(call) === fn);
    if (calls.length < 2 || !fn?.body) return [];
    const flow = flowOf(fn.body as Block | Expression);
    return calls.flatMap(first => {
      const second = sureSecond(flow, first, new Set<Node>(calls));
      return second ? [{ first, second }] : [];
    });
  });
}

/** Some other call, when every path from the first one to the end has one on it. */
function sureSecond(flow: Flow, first: CallExpression, calls: ReadonlySet<Node>): Node | undefined {
  const isSecond = ({ kind, node }: FlowPoint) => kind === 'step' && node !== first && calls.has(node);
  const after = pointsOf(flow, first).flatMap(point => successors(point, 'thrown'));
  const escape = somePath(after, 'thrown', point => {
    if (isSecond(point)) return 'block';
    return point === flow.exit || point === flow.failure ? 'goal' : 'pass';
  });
  if (escape) return undefined;
  return somePath(after, 'thrown', point => (isSecond(point) ? 'goal' : 'pass'))?.at(-1)?.node;
}

/**
 * Whether the executor's code may come to its end without having settled the promise, nobody else being able to.
 * One that never mentions `resolve` or `reject` is meant to stay pending.
 */
export function mayStayPending(executor: Executor): boolean {
  const { body } = executor.function;
  const uses = allUses(executor);
  const calls = settlingCalls(executor);
  const isAllHere = calls.length === uses.length && calls.every(call => functionAround(call) === executor.function);
  if (uses.length === 0 || !isAllHere || hasOpenSwitch(body) || isSpread(body, calls)) return false;
  const flow = flowOf(body as Block | Expression);
  const path = somePath([flow.entry], 'thrown', point => {
    // Who returns early has decided to stay pending: who comes to the end has forgotten something.
    if (isReturnStatement(point.node) || calls.some(call => call === point.node)) return 'block';
    return point === flow.exit ? 'goal' : 'pass';
  });
  return path !== undefined;
}

/** Calls in several statements: their conditions may exclude each other, as `if (a) …` and `if (!a) …` do. */
function isSpread(body: Node, calls: readonly Node[]): boolean {
  if (!isBlock(body)) return false;
  const settling = body.statements.filter(statement => calls.some(call => isWithin(call, statement)));
  return settling.length > 1;
}

/** A `switch` whose cases may be all there are: only types could tell. */
function hasOpenSwitch(body: Node): boolean {
  const isOpen = (node: Node): boolean =>
    isSwitchStatement(node) && node.caseBlock.clauses.every(clause => clause.kind !== SyntaxKind.DefaultClause);
  return isBlock(body) && someOwnNode(body, isOpen);
}

function allUses({ function: { body }, resolve, reject }: Executor): readonly Node[] {
  return [resolve, reject].flatMap(name => (name ? usesOf(name, body) : []));
}

function settlingCalls(executor: Executor): readonly CallExpression[] {
  return allUses(executor).flatMap(use => {
    const call = use.parent;
    return isCallExpression(call) && call.expression === use ? [call] : [];
  });
}

function functionAround(node: Node): PlainFunction | undefined {
  for (let parent = node.parent; parent; parent = parent.parent) if (isPlainFunction(parent)) return parent;
  return undefined;
}
