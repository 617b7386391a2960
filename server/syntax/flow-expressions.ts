/** The flow through expressions. Graphs are built from behind: each part is given what comes after it. */

import {
  isAwaitExpression,
  isBinaryExpression,
  isCallExpression,
  isClassLikeDeclaration,
  isConditionalExpression,
  isElementAccessExpression,
  isFunctionLikeDeclaration,
  isIdentifier,
  isPropertyAccessExpression,
  isTypeNode,
  isVariableDeclaration,
  isYieldExpression,
  SyntaxKind,
  type BinaryExpression,
  type CallExpression,
  type ElementAccessExpression,
  type Node,
  type PropertyAccessExpression,
} from './ast.ts';
import { isCallLike, isLogical } from './expressions.ts';
import type { FlowPoint } from './flow.ts';

/** Where exceptions go. Asked for late, since what catches them may not be built yet. */
export type Raise = () => FlowPoint;

/** A point that one other comes after. */
export function step(node: Node, next: FlowPoint): FlowPoint {
  return { kind: 'step', node, next: [next], raised: undefined };
}

/** A point that one of several comes after. */
export function branch(node: Node, next: readonly FlowPoint[]): FlowPoint {
  return { kind: 'branch', node, next, raised: undefined };
}

/** A point at which other code may run, and an error may come back. */
export function suspension(node: Node, next: readonly FlowPoint[], raise: Raise): FlowPoint {
  return { kind: 'suspension', node, next, raised: raise() };
}

/** The point at which the evaluation of `node` begins, when `next` comes after it. */
export function expressionFlow(node: Node, next: FlowPoint, raise: Raise): FlowPoint {
  if (isTypeNode(node)) return next;
  if (isFunctionLikeDeclaration(node) || isClassLikeDeclaration(node)) return step(node, next);
  if (isConditionalExpression(node)) {
    const joined = step(node, next);
    const ways = [node.whenTrue, node.whenFalse].map(way => expressionFlow(way, joined, raise));
    return expressionFlow(node.condition, branch(node.condition, ways), raise);
  }
  if (isAwaitExpression(node) || isYieldExpression(node)) {
    return inOrder(childrenOf(node), suspension(node, [next], raise), raise);
  }
  if (isBinaryExpression(node)) return binaryFlow(node, next, raise);
  if (isVariableDeclaration(node)) return inOrder([node.initializer, node.name], step(node, next), raise);
  if (isLink(node)) return linkFlow(node, next, raise, next);
  return inOrder(childrenOf(node), done(node, next, raise), raise);
}

/** Only calls are expected to throw. */
function done(node: Node, next: FlowPoint, raise: Raise): FlowPoint {
  const mayRaise = isCallLike(node);
  return { kind: 'step', node, next: [next], raised: mayRaise ? raise() : undefined };
}

/** One after the other. */
export function inOrder(nodes: readonly (Node | undefined)[], next: FlowPoint, raise: Raise): FlowPoint {
  return nodes.reduceRight((after, node) => (node ? expressionFlow(node, after, raise) : after), next);
}

type Link = CallExpression | PropertyAccessExpression | ElementAccessExpression;

/** @param end what comes after the whole chain, which may be over at any `?.` */
function linkFlow(node: Link, next: FlowPoint, raise: Raise, end: FlowPoint): FlowPoint {
  const after = inOrder(childrenOf(node).slice(1), done(node, next, raise), raise);
  const link = node.questionDotToken ? branch(node, [after, end]) : after;
  const { expression } = node;
  return isLink(expression) ? linkFlow(expression, link, raise, end) : expressionFlow(expression, link, raise);
}

function isLink(node: Node): node is Link {
  return isCallExpression(node) || isPropertyAccessExpression(node) || isElementAccessExpression(node);
}

function binaryFlow(node: BinaryExpression, next: FlowPoint, raise: Raise): FlowPoint {
  const { left, right } = node;
  const operator = node.operatorToken.kind;
  const joined = step(node, next);
  if (isLogical(node) || LOGICAL_ASSIGNMENTS.has(operator)) {
    return expressionFlow(left, branch(left, [expressionFlow(right, joined, raise), joined]), raise);
  }
  const writesVariable = operator === SyntaxKind.EqualsToken && isIdentifier(left);
  return inOrder(writesVariable ? [right, left] : [left, right], joined, raise);
}

const LOGICAL_ASSIGNMENTS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.AmpersandAmpersandEqualsToken,
  SyntaxKind.BarBarEqualsToken,
  SyntaxKind.QuestionQuestionEqualsToken,
]);

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  node.forEachChild(child => {
    children.push(child);
  });
  return children;
}
