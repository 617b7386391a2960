/** What syntax alone tells about values: whether they may be promises, or functions that return promises. */

import {
  isArrowFunction,
  isAsExpression,
  isBinaryExpression,
  isBlock,
  isConditionalExpression,
  isFunctionExpression,
  isMethodDeclaration,
  isReturnStatement,
  isSatisfiesExpression,
  isTypeLiteralNode,
  SyntaxKind,
  type Expression,
  type Node,
  type TypeNode,
} from './ast.ts';
import { isLogical, withoutParentheses } from './expressions.ts';
import { forEachOwnNode, isAsync, isGenerator, isPlainFunction, type PlainFunction } from './functions.ts';

/** False where the value is no promise for certain. */
export function maybePromise(expression: Expression): boolean {
  const node = withoutParentheses(expression);
  return someBranch(node, maybePromise) ?? !NO_PROMISES.has(node.kind);
}

/** False where the value is no function, or one that returns no promise, for certain. */
export function maybePromiseFunction(expression: Expression): boolean {
  const node = withoutParentheses(expression);
  if (isArrowFunction(node) || isFunctionExpression(node)) return maybeReturnsPromise(node);
  return someBranch(node, maybePromiseFunction) ?? !NO_FUNCTIONS.has(node.kind);
}

/** What it depends on whether an expression is a function that returns promises. */
export type PromiseFunctionClue =
  /** On nothing more. */
  | { readonly kind: 'settled'; readonly isPromiseFunction: boolean }
  /**
   * On whether one of these is a promise. The type of the function costs more: what it is passed to has to be resolved.
   */
  | { readonly kind: 'returned'; readonly values: readonly Expression[] }
  /** On the expression's type. */
  | { readonly kind: 'type' };

/** As far as syntax tells. */
export function promiseFunctionClue(expression: Expression): PromiseFunctionClue {
  if (!maybePromiseFunction(expression)) return { kind: 'settled', isPromiseFunction: false };
  const fn = withoutParentheses(expression);
  const isInline = isArrowFunction(fn) || isFunctionExpression(fn);
  if (isInline && isAsync(fn)) return { kind: 'settled', isPromiseFunction: true };
  return isInline && !fn.type ? { kind: 'returned', values: returnedBy(fn).filter(maybePromise) } : { kind: 'type' };
}

/** False where a function returns no promise for certain. */
export function maybeReturnsPromise(fn: PlainFunction): boolean {
  if (isGenerator(fn)) return false;
  if (isAsync(fn)) return true;
  if (fn.type) return !NO_OBJECTS.has(fn.type.kind);
  if (!fn.body) return false;
  return returnedBy(fn).some(maybePromise);
}

/**
 * The values that a function with a body returns, as written. Asked for several times on the way to an answer: kept.
 */
export function returnedBy(fn: PlainFunction): readonly Expression[] {
  let returned = known.get(fn);
  if (!returned) known.set(fn, (returned = findReturned(fn)));
  return returned;
}

const known = new WeakMap<PlainFunction, readonly Expression[]>();

function findReturned(fn: PlainFunction): readonly Expression[] {
  if (!fn.body) return [];
  if (!isBlock(fn.body)) return [fn.body as Expression];
  // A look at the text spares a walk through all of the function.
  const text = fn.getSourceFile().text;
  if (!/\breturn\b/.test(text.slice(fn.body.pos, fn.body.end))) return [];
  const returned: Expression[] = [];
  forEachOwnNode(fn.body, node => {
    if (isReturnStatement(node) && node.expression) returned.push(node.expression);
  });
  return returned;
}

/** Whether a member of a class or an interface may be a method that returns a promise. */
export function maybePromiseMember(member: Node): boolean {
  if (isMethodDeclaration(member) && member.body) return maybeReturnsPromise(member);
  const { type, initializer } = member as { readonly type?: TypeNode; readonly initializer?: Expression };
  if (type) return !NO_OBJECTS.has(type.kind);
  return initializer !== undefined && maybePromiseFunction(initializer);
}

/** Whether values of a type as written may be called. */
export function maybeFunctionType(type: TypeNode): boolean {
  if (!isTypeLiteralNode(type)) return FUNCTION_TYPES.has(type.kind);
  return type.members.some(
    ({ kind }) => kind === SyntaxKind.CallSignature || kind === SyntaxKind.ConstructSignature,
  );
}

/** Asks the question of each value that an expression may have; `undefined` where it is not made of others. */
function someBranch(node: Expression, question: (branch: Expression) => boolean): boolean | undefined {
  if (isConditionalExpression(node)) return question(node.whenTrue) || question(node.whenFalse);
  if (isAsExpression(node) || isSatisfiesExpression(node)) return question(node.expression);
  if (!isBinaryExpression(node)) return undefined;
  if (isLogical(node)) return question(node.left) || question(node.right);
  const operator = node.operatorToken.kind;
  const isRight = operator === SyntaxKind.CommaToken || operator === SyntaxKind.EqualsToken;
  return isRight && question(node.right);
}

const PLAIN_VALUES: readonly SyntaxKind[] = [
  SyntaxKind.ArrayLiteralExpression,
  SyntaxKind.BigIntLiteral,
  SyntaxKind.ClassExpression,
  SyntaxKind.DeleteExpression,
  SyntaxKind.FalseKeyword,
  SyntaxKind.JsxElement,
  SyntaxKind.JsxFragment,
  SyntaxKind.JsxSelfClosingElement,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.NullKeyword,
  SyntaxKind.NumericLiteral,
  SyntaxKind.PostfixUnaryExpression,
  SyntaxKind.PrefixUnaryExpression,
  SyntaxKind.RegularExpressionLiteral,
  SyntaxKind.StringLiteral,
  SyntaxKind.TemplateExpression,
  SyntaxKind.TrueKeyword,
  SyntaxKind.TypeOfExpression,
  SyntaxKind.VoidExpression,
];

const NO_PROMISES: ReadonlySet<SyntaxKind> = new Set([
  ...PLAIN_VALUES,
  SyntaxKind.ArrowFunction,
  SyntaxKind.AwaitExpression,
  SyntaxKind.FunctionExpression,
]);

/** What `new` makes and `this` are objects; a promise hardly ever resolves to a function. */
const NO_FUNCTIONS: ReadonlySet<SyntaxKind> = new Set([
  ...PLAIN_VALUES,
  SyntaxKind.AwaitExpression,
  SyntaxKind.NewExpression,
  SyntaxKind.ObjectLiteralExpression,
  SyntaxKind.ThisKeyword,
]);

/** Types, as written, whose values are neither promises nor functions. */
const NO_OBJECTS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.AnyKeyword,
  SyntaxKind.ArrayType,
  SyntaxKind.BigIntKeyword,
  SyntaxKind.BooleanKeyword,
  SyntaxKind.LiteralType,
  SyntaxKind.NeverKeyword,
  SyntaxKind.NumberKeyword,
  SyntaxKind.ObjectKeyword,
  SyntaxKind.StringKeyword,
  SyntaxKind.SymbolKeyword,
  SyntaxKind.TemplateLiteralType,
  SyntaxKind.TupleType,
  SyntaxKind.TypePredicate,
  SyntaxKind.UndefinedKeyword,
  SyntaxKind.UnknownKeyword,
  SyntaxKind.VoidKeyword,
]);

const FUNCTION_TYPES: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ConditionalType,
  SyntaxKind.ConstructorType,
  SyntaxKind.FunctionType,
  SyntaxKind.ImportType,
  SyntaxKind.IndexedAccessType,
  SyntaxKind.InferType,
  SyntaxKind.IntersectionType,
  SyntaxKind.ParenthesizedType,
  SyntaxKind.ThisType,
  SyntaxKind.TypeOperator,
  SyntaxKind.TypeQuery,
  SyntaxKind.TypeReference,
  SyntaxKind.UnionType,
]);

/** The last node of a function's head: enough to point at. */
export function endOfHead(node: Node): Node {
  if (!isPlainFunction(node) || !node.body) return node;
  if (isArrowFunction(node)) return node.equalsGreaterThanToken;
  return node.type ?? node.parameters.at(-1) ?? node.name ?? node.modifiers?.at(-1) ?? node;
}
