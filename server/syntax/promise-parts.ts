/** What the outcome of a promise depends on, read off the expression that makes it. */

import {
  isArrayLiteralExpression,
  isAsExpression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isFunctionExpression,
  isArrowFunction,
  isIdentifier,
  isNewExpression,
  isNonNullExpression,
  isParenthesizedExpression,
  isSatisfiesExpression,
  isSpreadElement,
  SyntaxKind,
  type ArrowFunction,
  type CallExpression,
  type Expression,
  type FunctionExpression,
  type NewExpression,
} from './ast.ts';
import { chainCall, isLogical, memberName, type ChainCall } from './expressions.ts';

export type PromisePart =
  /** A call's result, or any other value that may be a promise. */
  | { readonly kind: 'value'; readonly node: Expression }
  /** A function that the promise calls: what it throws and the promise that it returns count. */
  | { readonly kind: 'callback'; readonly node: Expression; readonly role: 'work' | 'handler' | 'clean-up' }
  /** `Promise.reject(…)`. */
  | { readonly kind: 'rejection'; readonly node: Expression }
  /** The function given to `new Promise(…)`. */
  | { readonly kind: 'executor'; readonly node: ArrowFunction | FunctionExpression };

/** What the outcome of the promise that an expression makes depends on; nothing where it makes none. */
export function promiseParts(expression: Expression): PromisePart[] {
  const node = withoutAssertions(expression);
  if (HOLDS_NO_PROMISE.has(node.kind)) return [];
  if (isConditionalExpression(node)) return [...promiseParts(node.whenTrue), ...promiseParts(node.whenFalse)];
  if (isBinaryExpression(node)) {
    if (isLogical(node)) return [...promiseParts(node.left), ...promiseParts(node.right)];
    const operator = node.operatorToken.kind;
    const isRight = operator === SyntaxKind.CommaToken || operator === SyntaxKind.EqualsToken;
    return isRight ? promiseParts(node.right) : [];
  }
  if (isNewExpression(node) && isPromiseName(node.expression)) return constructed(node);
  return isCallExpression(node) ? called(node) : [{ kind: 'value', node }];
}

/** What neither is a promise nor hands one on. An `await` has an outcome, but not that of what it returns. */
const HOLDS_NO_PROMISE: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ArrayLiteralExpression,
  SyntaxKind.ArrowFunction,
  SyntaxKind.AwaitExpression,
  SyntaxKind.FalseKeyword,
  SyntaxKind.FunctionExpression,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.NullKeyword,
  SyntaxKind.NumericLiteral,
  SyntaxKind.ObjectLiteralExpression,
  SyntaxKind.PrefixUnaryExpression,
  SyntaxKind.StringLiteral,
  SyntaxKind.TemplateExpression,
  SyntaxKind.TrueKeyword,
  SyntaxKind.TypeOfExpression,
  SyntaxKind.VoidExpression,
]);

/** The expression inside parentheses and type assertions. */
export function withoutAssertions(expression: Expression): Expression {
  let inner = expression;
  while (
    isParenthesizedExpression(inner) ||
    isAsExpression(inner) ||
    isSatisfiesExpression(inner) ||
    isNonNullExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}

/** A handler counts when it is written there or named: `undefined` and `null` are none. */
export function isHandler(handler: Expression | undefined): handler is Expression {
  if (!handler) return false;
  const node = withoutAssertions(handler);
  return node.kind !== SyntaxKind.NullKeyword && !(isIdentifier(node) && node.text === 'undefined');
}

/** Whether an expression is the name of the built-in `Promise`, unless somebody has declared another one. */
export const isPromiseName = (node: Expression): boolean => isIdentifier(node) && node.text === 'Promise';

function constructed(node: NewExpression): PromisePart[] {
  const executor = node.arguments?.[0];
  if (!executor) return [];
  const isInline = isArrowFunction(executor) || isFunctionExpression(executor);
  return [isInline ? { kind: 'executor', node: executor } : callback(executor, 'work')];
}

function called(call: CallExpression): PromisePart[] {
  const link = chainCall(call);
  if (link) return linked(link, call);
  const callee = withoutAssertions(call.expression);
  const owner = 'expression' in callee ? (callee.expression as Expression) : undefined;
  const [first] = call.arguments;
  if (!owner || !isPromiseName(owner)) return [{ kind: 'value', node: call }];
  switch (memberName(callee)) {
    case 'reject':
      return [{ kind: 'rejection', node: call }];
    case 'resolve':
      return first ? promiseParts(first) : [];
    case 'allSettled':
      return [];
    case 'all':
    case 'any':
    case 'race':
      return first ? memberParts(first) : [];
    default:
      return [{ kind: 'value', node: call }];
  }
}

function linked({ method, promise, onRejected }: ChainCall, call: CallExpression): PromisePart[] {
  const [first] = call.arguments;
  const own =
    first && isHandler(first) && method !== 'catch'
      ? [callback(first, method === 'finally' ? 'clean-up' : 'work')]
      : [];
  if (method !== 'finally' && isHandler(onRejected)) {
    return [...own, callback(onRejected, 'handler')];
  }
  return [...promiseParts(promise), ...own];
}

/** What the outcomes of the promises in an array, or another iterable, depend on. */
export function memberParts(iterable: Expression): PromisePart[] {
  const node = withoutAssertions(iterable);
  if (isArrayLiteralExpression(node)) {
    return node.elements.flatMap(each => (isSpreadElement(each) ? memberParts(each.expression) : promiseParts(each)));
  }
  const [mapper] = isCallExpression(node) && memberName(node.expression) === 'map' ? node.arguments : [];
  return mapper ? [callback(mapper, 'work')] : [{ kind: 'value', node }];
}

type Callback = Extract<PromisePart, { kind: 'callback' }>;

const callback = (node: Expression, role: Callback['role']): Callback => ({ kind: 'callback', node, role });
