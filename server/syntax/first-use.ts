/** Values that are made when they are needed first, and kept. */

import {
  isBinaryExpression,
  isBlock,
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isIfStatement,
  isParenthesizedExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  isStatement,
  isVariableStatement,
  SyntaxKind,
  type Expression,
  type IfStatement,
  type Node,
  type Statement,
} from './ast.ts';
import { memberName, withoutParentheses } from './expressions.ts';
import { isPlainFunction } from './functions.ts';

/**
 * Whether code runs only while nothing is kept yet: `kept ??= make()`, `kept || (kept = make())`,
 * `if (!kept) kept = make()`, and between `if (kept) return` and `kept = …`, or the same with the keys of a map.
 */
export function isFirstUse(node: Node): boolean {
  let child = node;
  let kept: string | undefined;
  for (let at = node.parent; at && !isLaterFunction(at); child = at, at = at.parent) {
    if (isBinaryExpression(at) && at.right === child) {
      const operator = at.operatorToken.kind;
      if (LOGICAL_ASSIGNMENTS.has(operator)) return true;
      if (operator === SyntaxKind.EqualsToken) kept = at.left.getText();
      else if (kept !== undefined && LOGICAL.has(operator) && isNamed(at.left, kept)) return true;
    }
    if (isIfStatement(at) && at.thenStatement === child && isFilledIn(at)) return true;
    if (isBlock(at) && isStatement(child) && isBetween(at.statements, child)) return true;
  }
  return false;
}

/** The body of `(async () => { … })()` runs with the code around it. */
const isLaterFunction = (node: Node): boolean => isPlainFunction(node) && !isInvokedInPlace(node);

function isInvokedInPlace(fn: Node): boolean {
  let outer = fn;
  while (isParenthesizedExpression(outer.parent)) outer = outer.parent;
  return isCallExpression(outer.parent) && outer.parent.expression === outer;
}

const LOGICAL: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken]);
const LOGICAL_ASSIGNMENTS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.BarBarEqualsToken,
  SyntaxKind.QuestionQuestionEqualsToken,
]);

const isNamed = (expression: Expression, name: string): boolean => withoutParentheses(expression).getText() === name;

/** `if (!kept)` with something in it that keeps. */
function isFilledIn({ expression, thenStatement }: IfStatement): boolean {
  const test = withoutParentheses(expression);
  const isNegated = isPrefixUnaryExpression(test) && test.operator === SyntaxKind.ExclamationToken;
  const isEquality = isBinaryExpression(test) && EQUALITIES.has(test.operatorToken.kind);
  const kept = isNegated ? keptBy(test.operand) : isEquality ? keptBy(test.left) : undefined;
  return kept !== undefined && keeps(thenStatement.getText(), kept);
}

const EQUALITIES: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.EqualsEqualsToken, SyntaxKind.EqualsEqualsEqualsToken]);
/** Whether a statement comes after one that returns what is kept, and one from there on keeps it. */
function isBetween(statements: readonly Statement[], child: Statement): boolean {
  const index = statements.indexOf(child);
  const rest = statements.slice(index).map(statement => statement.getText()).join('\n');
  return statements.slice(0, index).some((statement, i) => {
    if (!isIfStatement(statement) || !isReturn(statement.thenStatement)) return false;
    const kept = testedBy(statement.expression);
    return kept !== undefined && (keeps(rest, kept) || isTakenFrom(statements.slice(0, i), kept, rest));
  });
}

/** What has to be there for a test to hold: `kept` of `kept`, `kept !== undefined` and `kept.has(key)`. */
function testedBy(condition: Expression): string | undefined {
  const test = withoutParentheses(condition);
  if (!isBinaryExpression(test)) return keptBy(test);
  return EQUALITIES.has(test.operatorToken.kind) ? undefined : keptBy(test.left);
}

function keptBy(expression: Expression): string | undefined {
  const value = withoutParentheses(expression);
  if (isCallExpression(value)) return memberName(value.expression) === 'has' ? receiverOf(value.expression) : undefined;
  return isIdentifier(value) || isPropertyAccessExpression(value) || isElementAccessExpression(value)
    ? value.getText()
    : undefined;
}

/** Whether a text assigns to something, or puts something into it. */
function keeps(text: string, kept: string): boolean {
  const name = kept.replaceAll(/[^\w\s]/g, '\\$&');
  return new RegExp(`(?<![\\w$.])${name}(?:\\s*(?:\\|\\||\\?\\?)?=(?!=)|\\.(?:add|set)\\()`).test(text);
}

/** `const kept = map.get(key)` before, and `map.set(key, …)` after; or `map[key]`, and `map[key] = …`. */
function isTakenFrom(statements: readonly Statement[], kept: string, rest: string): boolean {
  const declarations = statements.filter(isVariableStatement).flatMap(it => [...it.declarationList.declarations]);
  const value = declarations.find(({ name }) => name.getText() === kept)?.initializer;
  if (value && isElementAccessExpression(value)) return keeps(rest, value.getText());
  const isGet = value && isCallExpression(value) && memberName(value.expression) === 'get';
  return isGet ? keeps(rest, receiverOf(value.expression)) : false;
}

const receiverOf = (callee: Expression): string =>
  isPropertyAccessExpression(callee) ? callee.expression.getText() : callee.getText();

function isReturn(statement: Statement): boolean {
  const last = isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && isReturnStatement(last);
}
