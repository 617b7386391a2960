/** Places that use an expression as a value of its own, where a promise would be a mistake. */

import {
  isArrayLiteralExpression,
  isAsExpression,
  isBinaryExpression,
  isCallExpression,
  isCaseClause,
  isComputedPropertyName,
  isConditionalExpression,
  isElementAccessExpression,
  isIdentifier,
  isNonNullExpression,
  isObjectLiteralExpression,
  isPostfixUnaryExpression,
  isPrefixUnaryExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isSwitchStatement,
  isTaggedTemplateExpression,
  isTemplateExpression,
  SyntaxKind,
  type BinaryExpression,
  type Expression,
  type Node,
} from './ast.ts';
import { withoutParentheses } from './expressions.ts';

/** How a value is used. */
export type ValueUse = 'text' | 'sum' | 'number' | 'comparison' | 'nullish' | 'key' | 'choice';

export interface UsedValue {
  readonly value: Expression;
  readonly use: ValueUse;
  /** The other side of a binary operator. */
  readonly other?: Expression;
}

/** The kinds of nodes that use values in these ways. */
export const VALUE_USING_KINDS = [
  SyntaxKind.TemplateExpression,
  SyntaxKind.BinaryExpression,
  SyntaxKind.PrefixUnaryExpression,
  SyntaxKind.PostfixUnaryExpression,
  SyntaxKind.ElementAccessExpression,
  SyntaxKind.ComputedPropertyName,
  SyntaxKind.SwitchStatement,
  SyntaxKind.CaseClause,
] as const;

/** What a node uses, as far as syntax allows it to be a promise. */
export function usedValues(node: Node): readonly UsedValue[] {
  return usesOf(node).filter(({ value }) => mayBePromise(value));
}

function usesOf(node: Node): readonly UsedValue[] {
  if (isTemplateExpression(node)) {
    // A tag gets the values themselves.
    if (isTaggedTemplateExpression(node.parent)) return [];
    return node.templateSpans.map(span => ({ value: span.expression, use: 'text' }));
  }
  if (isBinaryExpression(node)) return operands(node);
  if (isPrefixUnaryExpression(node) || isPostfixUnaryExpression(node)) {
    return node.operator === SyntaxKind.ExclamationToken ? [] : [{ value: node.operand, use: 'number' }];
  }
  if (isElementAccessExpression(node)) return [{ value: node.argumentExpression, use: 'key' }];
  if (isComputedPropertyName(node)) return [{ value: node.expression, use: 'key' }];
  return isSwitchStatement(node) || isCaseClause(node) ? [{ value: node.expression, use: 'choice' }] : [];
}

function operands({ left, right, operatorToken }: BinaryExpression): readonly UsedValue[] {
  const use = OPERATORS.get(operatorToken.kind);
  if (!use) return [];
  return [useOperand(left, right, use), useOperand(right, left, use)];
}

function useOperand(value: Expression, other: Expression, use: ValueUse): UsedValue {
  return { value, use: use === 'comparison' && isNullish(other) ? 'nullish' : use, other };
}

function isNullish(expression: Expression): boolean {
  const value = withoutParentheses(expression);
  return value.kind === SyntaxKind.NullKeyword || (isIdentifier(value) && value.text === 'undefined');
}

const OPERATORS: ReadonlyMap<SyntaxKind, ValueUse> = new Map([
  ...[SyntaxKind.PlusToken, SyntaxKind.PlusEqualsToken].map(kind => [kind, 'sum'] as const),
  ...[
    SyntaxKind.EqualsEqualsToken,
    SyntaxKind.EqualsEqualsEqualsToken,
    SyntaxKind.ExclamationEqualsToken,
    SyntaxKind.ExclamationEqualsEqualsToken,
  ].map(kind => [kind, 'comparison'] as const),
  ...[
    SyntaxKind.MinusToken,
    SyntaxKind.AsteriskToken,
    SyntaxKind.AsteriskAsteriskToken,
    SyntaxKind.SlashToken,
    SyntaxKind.PercentToken,
    SyntaxKind.LessThanToken,
    SyntaxKind.LessThanEqualsToken,
    SyntaxKind.GreaterThanToken,
    SyntaxKind.GreaterThanEqualsToken,
    SyntaxKind.MinusEqualsToken,
    SyntaxKind.AsteriskEqualsToken,
    SyntaxKind.SlashEqualsToken,
  ].map(kind => [kind, 'number'] as const),
]);

/** The expressions in an object or array literal, however deep: all that is written out with it. */
export function valuesWithin(expression: Expression): readonly Expression[] {
  const value = withoutParentheses(expression);
  if (isArrayLiteralExpression(value)) return value.elements.flatMap(valuesWithin);
  if (!isObjectLiteralExpression(value)) return mayBePromise(value) ? [value] : [];
  return value.properties.flatMap(property => {
    if (isPropertyAssignment(property)) return valuesWithin(property.initializer);
    return isShorthandPropertyAssignment(property) && isIdentifier(property.name) ? [property.name] : [];
  });
}

/** Only what names, calls or chooses a value can be a promise: literals and operators never are. */
export function mayBePromise(expression: Expression): boolean {
  const value = withoutParentheses(expression);
  if (isAsExpression(value) || isNonNullExpression(value)) return mayBePromise(value.expression);
  if (isConditionalExpression(value)) return mayBePromise(value.whenTrue) && mayBePromise(value.whenFalse);
  return (
    isIdentifier(value) ||
    isCallExpression(value) ||
    isElementAccessExpression(value) ||
    value.kind === SyntaxKind.PropertyAccessExpression ||
    value.kind === SyntaxKind.NewExpression
  );
}
