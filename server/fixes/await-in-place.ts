/** An `await` in front of an expression that is part of a larger one. */

import {
  isBinaryExpression,
  isCallExpression,
  isElementAccessExpression,
  isNewExpression,
  isNonNullExpression,
  isPropertyAccessExpression,
  isTaggedTemplateExpression,
  SyntaxKind,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { beginsAfterOpenStatement } from '../syntax/statements.ts';
import { insertAfter, insertBefore, prefix, type DraftEdit } from './draft.ts';

/**
 * `load().name` becomes `(await load()).name`; an argument or an initialiser needs no parentheses.
 * @param property that of the promised value to take
 */
export function awaitInPlace(promise: Expression, property?: string): DraftEdit[] {
  const awaited = prefix(promise, 'await');
  if (property === undefined && !isOperand(promise)) return awaited;
  const opening = beginsAfterOpenStatement(promise) ? ';(' : '(';
  const closing = property === undefined ? ')' : `).${property}`;
  return [insertBefore(promise, opening), ...awaited, insertAfter(promise, closing)];
}

/** Whether what stands after an expression would take hold of it before an `await` in front of it. */
export function isOperand(expression: Node): boolean {
  const { parent } = expression;
  if (isPropertyAccessExpression(parent) || isNonNullExpression(parent)) return true;
  if (isElementAccessExpression(parent) || isCallExpression(parent) || isNewExpression(parent)) {
    return parent.expression === expression;
  }
  if (isTaggedTemplateExpression(parent)) return parent.tag === expression;
  const isPower = isBinaryExpression(parent) && parent.operatorToken.kind === SyntaxKind.AsteriskAsteriskToken;
  return isPower && parent.left === expression;
}
