/** Loops that do nothing but look whether they may go on. */

import {
  isArrowFunction,
  isAwaitExpression,
  isBinaryExpression,
  isBlock,
  isBreakStatement,
  isCallExpression,
  isDoStatement,
  isForStatement,
  isFunctionLikeDeclaration,
  isIdentifier,
  isIfStatement,
  isNewExpression,
  isPostfixUnaryExpression,
  isPrefixUnaryExpression,
  isReturnStatement,
  isThrowStatement,
  isTypeNode,
  isVariableDeclaration,
  isWhileStatement,
  SyntaxKind,
  type CallExpression,
  type DoStatement,
  type Expression,
  type ForStatement,
  type IfStatement,
  type Node,
  type Statement,
  type WhileStatement,
} from './ast.ts';
import { isAssignment, isLogical, withoutParentheses } from './expressions.ts';

export type Loop = WhileStatement | DoStatement | ForStatement;

export interface IdleLoop {
  /** The operands of its `await`s. */
  readonly awaited: readonly Expression[];
  /** What it calls besides: it is idle only if all these do nothing but read. */
  readonly calls: readonly CallExpression[];
  /** What decides whether it ends: the parts of its conditions, and what its own variables are given. */
  readonly tests: readonly Expression[];
  /** Variables that it writes. */
  readonly written: ReadonlySet<string>;
}

interface Found extends IdleLoop {
  readonly awaited: Expression[];
  readonly calls: CallExpression[];
  readonly tests: Expression[];
  readonly written: Set<string>;
}

/** Whether a node is a loop that goes on by a condition. */
export function isLoop(node: Node): node is Loop {
  return isWhileStatement(node) || isDoStatement(node) || isForStatement(node);
}

/** The condition on which a loop goes on; none where that is written as `true` or left out. */
export function conditionOf(loop: Loop): Expression | undefined {
  const condition = isForStatement(loop) ? loop.condition : loop.expression;
  return condition?.kind === SyntaxKind.TrueKeyword ? undefined : condition;
}

/** `undefined` where the loop has an effect other than on variables, or where syntax alone cannot tell. */
export function idleLoop(loop: Loop): IdleLoop | undefined {
  const found: Found = { awaited: [], calls: [], tests: [], written: new Set() };
  const condition = conditionOf(loop);
  if (condition) found.tests.push(...partsOf(condition));
  const code = [condition, isForStatement(loop) ? loop.incrementor : undefined, loop.statement];
  return code.every(part => !part || isIdle(part, found)) ? found : undefined;
}

/** What an arrow function's expression reads and calls, seen in the same way. */
export function idleExpression(expression: Expression): IdleLoop | undefined {
  const found: Found = { awaited: [], calls: [], tests: [], written: new Set() };
  return isIdle(expression, found) && found.awaited.length + found.written.size === 0 ? found : undefined;
}

function isIdle(node: Node, found: Found): boolean {
  if (isTypeNode(node)) return true;
  if (isIfStatement(node)) return isIdleDecision(node, found);
  if (isAwaitExpression(node)) {
    found.awaited.push(node.expression);
    return true;
  }
  if (isBinaryExpression(node) && isAssignment(node)) return isCounted(node.left, found) && isIdle(node.right, found);
  if (isPostfixUnaryExpression(node) || (isPrefixUnaryExpression(node) && STEPS.has(node.operator))) {
    return isCounted(node.operand, found);
  }
  if (isVariableDeclaration(node) && node.initializer) {
    if (!isIdentifier(node.name)) return false;
    found.written.add(node.name.text);
    found.tests.push(...partsOf(node.initializer));
  }
  if (isCallExpression(node)) found.calls.push(node);
  if (isNewExpression(node)) return node.getText() === 'new Date()';
  if (EFFECTS.has(node.kind) || (isFunctionLikeDeclaration(node) && !isArrowFunction(node))) return false;
  let idle = true;
  node.forEachChild(child => {
    idle &&= isIdle(child, found);
  });
  return idle;
}

const STEPS: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.MinusMinusToken, SyntaxKind.PlusPlusToken]);

const EFFECTS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ClassDeclaration,
  SyntaxKind.ClassExpression,
  SyntaxKind.DeleteExpression,
  SyntaxKind.DoStatement,
  SyntaxKind.ForInStatement,
  SyntaxKind.ForOfStatement,
  SyntaxKind.ForStatement,
  SyntaxKind.ReturnStatement,
  SyntaxKind.SwitchStatement,
  SyntaxKind.TaggedTemplateExpression,
  SyntaxKind.ThrowStatement,
  SyntaxKind.TryStatement,
  SyntaxKind.WhileStatement,
  SyntaxKind.YieldExpression,
]);

function isCounted(target: Expression, found: Found): boolean {
  if (!isIdentifier(target)) return false;
  found.written.add(target.text);
  return true;
}

/** What is done on the way out is none of the loop's waiting. */
function isIdleDecision({ expression, thenStatement, elseStatement }: IfStatement, found: Found): boolean {
  const ways = [thenStatement, elseStatement].filter(way => way !== undefined);
  const staying = ways.filter(way => !leaves(way));
  if (staying.length < ways.length) found.tests.push(...partsOf(expression));
  return isIdle(expression, found) && staying.every(way => isIdle(way, found));
}

function leaves(statement: Statement): boolean {
  const last = isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (isReturnStatement(last) || isThrowStatement(last) || isBreakStatement(last));
}

/** The operands of `&&`, `||`, `??` and `!`. */
function partsOf(condition: Expression): readonly Expression[] {
  const node = withoutParentheses(condition);
  if (isBinaryExpression(node) && isLogical(node)) return [...partsOf(node.left), ...partsOf(node.right)];
  const isNot = isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken;
  return isNot ? partsOf(node.operand) : [node];
}
