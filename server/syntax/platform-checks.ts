/** Code that checks the system it runs on before it does its work. */

import {
  isBinaryExpression,
  isBlock,
  isConditionalExpression,
  isIfStatement,
  isPrefixUnaryExpression,
  isReturnStatement,
  isSourceFile,
  isThrowStatement,
  SyntaxKind,
  type Expression,
  type Node,
  type Statement,
} from './ast.ts';
import { withoutParentheses } from './expressions.ts';

/** Whether code runs on Windows or macOS alone, as its checks say: hardly any server runs there. */
export function isForDesktops(node: Node): boolean {
  let child = node;
  for (let at = node.parent; at; child = at, at = at.parent) {
    if (isIfStatement(at) && isBranch(child, at.expression, at.thenStatement, at.elseStatement)) return true;
    if (isConditionalExpression(at) && isBranch(child, at.condition, at.whenTrue, at.whenFalse)) return true;
    if (isBinaryExpression(at) && at.right === child) {
      const operator = at.operatorToken.kind;
      if (operator === SyntaxKind.AmpersandAmpersandToken && tells(at.left, 'desktop')) return true;
      if (operator === SyntaxKind.BarBarToken && tells(at.left, 'other')) return true;
    }
    const before = isBlock(at) || isSourceFile(at) ? at.statements.filter(({ end }) => end <= child.pos) : [];
    if (before.some(leaves)) return true;
  }
  return false;
}

function isBranch(child: Node, test: Expression, then: Node, otherwise: Node | undefined): boolean {
  return child === then ? tells(test, 'desktop') : child === otherwise && tells(test, 'other');
}

/** `if (!isWindows) return;` */
function leaves(statement: Statement): boolean {
  if (!isIfStatement(statement) || !tells(statement.expression, 'other')) return false;
  const { thenStatement } = statement;
  const last = isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement;
  return last !== undefined && (isReturnStatement(last) || isThrowStatement(last));
}

/** `desktop`: the test passes there only; `other`: it fails there only. */
function tells(test: Expression, system: 'desktop' | 'other'): boolean {
  const node = withoutParentheses(test);
  if (isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    return tells(node.operand, system === 'desktop' ? 'other' : 'desktop');
  }
  if (!isBinaryExpression(node)) return system === 'desktop' && NAMED.test(node.getText());
  const { kind } = node.operatorToken;
  const one = system === 'desktop' ? SyntaxKind.AmpersandAmpersandToken : SyntaxKind.BarBarToken;
  const all = system === 'desktop' ? SyntaxKind.BarBarToken : SyntaxKind.AmpersandAmpersandToken;
  if (kind === one) return tells(node.left, system) || tells(node.right, system);
  if (kind === all) return tells(node.left, system) && tells(node.right, system);
  const comparisons = system === 'desktop' ? EQUAL : UNEQUAL;
  return comparisons.has(kind) && SYSTEM.test(node.right.getText()) && PLATFORM.test(node.left.getText());
}

const EQUAL: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.EqualsEqualsToken, SyntaxKind.EqualsEqualsEqualsToken]);
const UNEQUAL: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ExclamationEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
]);
const NAMED = /^(?:[\w$]+\.)*_?is_?(?:win(?:dows|32)?|wsl|mac(?:os)?|osx|darwin)(?:\(\))?$/i;
const PLATFORM = /platform(?:\(\))?$/i;
const SYSTEM = /^['"](?:win32|darwin)['"]$/;
