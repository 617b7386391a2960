/** Small questions about expressions that need no types. */

import {
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isLiteralExpression,
  isNewExpression,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isSpreadElement,
  isNoSubstitutionTemplateLiteral,
  isStringLiteral,
  isTaggedTemplateExpression,
  isVoidExpression,
  SyntaxKind,
  type BinaryExpression,
  type CallExpression,
  type Expression,
  type NewExpression,
  type Node,
  type TaggedTemplateExpression,
} from './ast.ts';

/** The expression inside any number of parentheses. */
export function withoutParentheses(expression: Expression): Expression {
  let inner = expression;
  while (isParenthesizedExpression(inner)) inner = inner.expression;
  return inner;
}

/** The parent above any number of parentheses. */
export function parentBeyondParentheses(node: Node): Node {
  let parent = node.parent;
  while (isParenthesizedExpression(parent)) parent = parent.parent;
  return parent;
}

/** Whether an operator is `&&`, `||` or `??`. */
export function isLogical(expression: BinaryExpression): boolean {
  const operator = expression.operatorToken.kind;
  return (
    operator === SyntaxKind.AmpersandAmpersandToken ||
    operator === SyntaxKind.BarBarToken ||
    operator === SyntaxKind.QuestionQuestionToken
  );
}

/** Whether an operator assigns, as `=`, `+=` and `??=` do. */
export function isAssignment(expression: BinaryExpression): boolean {
  const operator = expression.operatorToken.kind;
  return operator >= SyntaxKind.FirstAssignment && operator <= SyntaxKind.LastAssignment;
}

/** The name after the dot in `a.name`, `a?.name` and `a['name']`. */
export function memberName(callee: Expression): string | undefined {
  if (isPropertyAccessExpression(callee)) return callee.name.text;
  if (!isElementAccessExpression(callee)) return undefined;
  const key = callee.argumentExpression;
  return isStringLiteral(key) || isNoSubstitutionTemplateLiteral(key) ? key.text : undefined;
}

/** The `name` of `a.name`, and the literal of `a['name']`. */
export function memberNode(callee: Expression): Node | undefined {
  if (isPropertyAccessExpression(callee)) return callee.name;
  return isElementAccessExpression(callee) ? callee.argumentExpression : undefined;
}

/** What runs a function, or constructs something. */
export type CallLike = CallExpression | NewExpression | TaggedTemplateExpression;

/** Whether a node is such. */
export const isCallLike = (node: Node): node is CallLike =>
  isCallExpression(node) || isNewExpression(node) || isTaggedTemplateExpression(node);

/** The name by which a function is called, its own or that of a member. */
export const calleeName = (callee: Expression): string | undefined =>
  isIdentifier(callee) ? callee.text : memberName(callee);

/** A literal, `null`, `undefined` or `void 0`: a value without meaning of its own. */
export function isConstant(expression: Expression): boolean {
  const node = withoutParentheses(expression);
  if (isVoidExpression(node)) return isConstant(node.expression);
  return (
    isLiteralExpression(node) ||
    node.kind === SyntaxKind.NullKeyword ||
    (isIdentifier(node) && node.text === 'undefined')
  );
}

/** A call of a promise's own method: `promise.then(…)`, `.catch(…)` or `.finally(…)`. */
export interface ChainCall {
  readonly method: 'then' | 'catch' | 'finally';
  readonly promise: Expression;
  /** The handler for rejections, if one is passed where one can be seen. */
  readonly onRejected: Expression | undefined;
}

/** Reads a call as a link of a promise chain, by its looks alone: its type is not asked for. */
export function chainCall(call: CallExpression): ChainCall | undefined {
  const callee = withoutParentheses(call.expression);
  const method = memberName(callee);
  if (method !== 'then' && method !== 'catch' && method !== 'finally') return undefined;
  if (!isPropertyAccessExpression(callee) && !isElementAccessExpression(callee)) return undefined;
  const position = { catch: 0, then: 1, finally: undefined }[method];
  const before = position === undefined ? [] : call.arguments.slice(0, position + 1);
  const onRejected = position === undefined || before.some(isSpreadElement) ? undefined : before[position];
  return { method, promise: callee.expression, onRejected };
}

/** `(async () => { … })()`: a function called where it is written. */
export function isImmediatelyInvoked(expression: Expression): boolean {
  if (!isCallExpression(expression)) return false;
  const callee = withoutParentheses(expression.expression).kind;
  return callee === SyntaxKind.ArrowFunction || callee === SyntaxKind.FunctionExpression;
}

/** Whether `await` or `void` can stand before an expression without parentheses around it. */
export function bindsTighterThanUnary(expression: Expression): boolean {
  return TIGHT.has(expression.kind);
}

const TIGHT: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ArrayLiteralExpression,
  SyntaxKind.AwaitExpression,
  SyntaxKind.CallExpression,
  SyntaxKind.ElementAccessExpression,
  SyntaxKind.Identifier,
  SyntaxKind.ImportKeyword,
  SyntaxKind.MetaProperty,
  SyntaxKind.NewExpression,
  SyntaxKind.NonNullExpression,
  SyntaxKind.ParenthesizedExpression,
  SyntaxKind.PropertyAccessExpression,
  SyntaxKind.TaggedTemplateExpression,
  SyntaxKind.ThisKeyword,
  SyntaxKind.VoidExpression,
]);
