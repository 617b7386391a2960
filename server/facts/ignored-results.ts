/** Where functions that return promises are handed to code that looks at no result. */

import {
  isBinaryExpression,
  isCallExpression,
  isClassLikeDeclaration,
  isComputedPropertyName,
  isFunctionDeclaration,
  isFunctionLikeDeclaration,
  isIdentifier,
  isInterfaceDeclaration,
  isJsxAttribute,
  isJsxExpression,
  isMethodDeclaration,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isReturnStatement,
  isShorthandPropertyAssignment,
  isVariableDeclaration,
  SyntaxKind,
  type CallExpression,
  type Expression,
  type Identifier,
  type JsxAttribute,
  type MethodDeclaration,
  type NewExpression,
  type Node,
  type ReturnStatement,
  type TypeNode,
} from '../syntax/ast.ts';
import { isAssignment } from '../syntax/expressions.ts';
import { isAsync, isGenerator, isPlainFunction, isPromiseType } from '../syntax/functions.ts';
import { heritageOf } from '../syntax/heritage.ts';
import { hasModifier } from '../syntax/modifiers.ts';
import {
  maybeFunctionType,
  maybePromiseFunction,
  maybePromiseMember,
  maybeReturnsPromise,
} from '../syntax/promise-values.ts';
import { isTypeScript } from '../syntax/type-checked.ts';
import { ask, type Asking, type SymbolInfo, type TypeInfo } from '../engine/questions.ts';
import { memberText } from './constant-names.ts';
import { memberOf } from './expected-types.ts';
import { isPromiseFunction, resultOf, returnsPromises } from './function-types.ts';
import { isPromise, unionParts } from './promises.ts';
import { functionSuspects, joined, WANTS_NO_RESULT, type Suspect } from './suspects.ts';

export type Place = 'arguments' | 'attributes' | 'inheritedMethods' | 'properties' | 'returns' | 'variables';

export interface IgnoredResult {
  readonly place: Place;
  /** The function or the method. */
  readonly fn: Node;
  /** The node to show: what is handed over, or in a class the whole member. */
  readonly at: Node;
  /** Of an inherited method: the type that declares it without a promise. */
  readonly heritage?: TypeInfo;
}

/** The kinds of nodes that hand functions over, by place. */
export const HANDING_KINDS: Readonly<Record<Place, readonly SyntaxKind[]>> = {
  arguments: [SyntaxKind.CallExpression, SyntaxKind.NewExpression],
  attributes: [SyntaxKind.JsxAttribute],
  inheritedMethods: [SyntaxKind.ClassDeclaration, SyntaxKind.ClassExpression, SyntaxKind.InterfaceDeclaration],
  properties: [SyntaxKind.PropertyAssignment, SyntaxKind.ShorthandPropertyAssignment, SyntaxKind.MethodDeclaration],
  returns: [SyntaxKind.ReturnStatement],
  variables: [SyntaxKind.BinaryExpression, SyntaxKind.VariableDeclaration],
};

/** Whether a node hands over something that may be such a function, as far as its syntax tells. */
export function maybeIgnored(node: Node): boolean {
  if (isCallExpression(node) || isNewExpression(node)) return node.arguments?.some(maybePromiseFunction) ?? false;
  if (isClassLikeDeclaration(node) || isInterfaceDeclaration(node)) return node.heritageClauses !== undefined;
  if (isMethodDeclaration(node)) return isObjectLiteralExpression(node.parent) && maybeReturnsPromise(node);
  if (isShorthandPropertyAssignment(node)) return true;
  if (isVariableDeclaration(node)) {
    return node.type !== undefined && maybeFunctionType(node.type) && maybeHanded(node.initializer);
  }
  if (isBinaryExpression(node)) return isAssignment(node) && maybeHanded(node.right);
  if (isPropertyAssignment(node)) return maybeHanded(node.initializer);
  if (isReturnStatement(node)) return maybeHanded(node.expression) && returnsToCaller(node);
  return isJsxAttribute(node) && maybeHanded(attributeValue(node));
}

/** Unless one of these is suspect, a node for which `maybeIgnored` holds hands over no such function. */
export function ignoredSuspects(node: Node): readonly Suspect[] | undefined {
  if (isCallExpression(node) || isNewExpression(node)) return joined((node.arguments ?? []).map(functionSuspects));
  if (isShorthandPropertyAssignment(node)) return functionSuspects(node.name as Identifier);
  // What a variable may hold costs less to find out than the call that its value often is.
  if (isVariableDeclaration(node)) return [{ value: node.name, test: WANTS_NO_RESULT }];
  if (isBinaryExpression(node)) return [{ value: node.left, test: WANTS_NO_RESULT }];
  if (isPropertyAssignment(node)) return functionSuspects(node.initializer);
  if (isReturnStatement(node)) return functionSuspects(node.expression!);
  return isJsxAttribute(node) ? functionSuspects(attributeValue(node)!) : undefined;
}

const maybeHanded = (value: Expression | undefined): boolean => value !== undefined && maybePromiseFunction(value);

function attributeValue({ initializer }: JsxAttribute): Expression | undefined {
  return initializer && isJsxExpression(initializer) ? initializer.expression : undefined;
}

/** Whether the function around a `return` may return functions to somebody who expects a type of them. */
function returnsToCaller(statement: ReturnStatement): boolean {
  let around = statement.parent;
  while (around && !isFunctionLikeDeclaration(around)) around = around.parent;
  if (!around || !isPlainFunction(around)) return true;
  if (around.type) return maybeFunctionType((isAsync(around) && resolvedType(around.type)) || around.type);
  // Of these only an annotation says what is expected; in JavaScript a comment may.
  const isByItself =
    isFunctionDeclaration(around) || (isMethodDeclaration(around) && isClassLikeDeclaration(around.parent));
  return !isByItself || !isTypeScript(statement.getSourceFile());
}

/** The `T` of the `Promise<T>` that an async function returns. */
function resolvedType(type: TypeNode): TypeNode | undefined {
  return isPromiseType(type) ? type.typeArguments?.[0] : undefined;
}

/** The functions that a node for which `maybeIgnored` holds hands over to somebody who ignores their promises. */
export function* ignoredResults(node: Node): Asking<readonly IgnoredResult[]> {
  if (isCallExpression(node) || isNewExpression(node)) return yield* inArguments(node);
  if (isClassLikeDeclaration(node) || isInterfaceDeclaration(node)) return yield* inMembers(node);
  const found = yield* handedOver(node);
  return found ? [found] : [];
}

function* handedOver(node: Node): Asking<IgnoredResult | undefined> {
  if (isJsxAttribute(node)) return yield* inAttribute(node);
  if (isPropertyAssignment(node)) return yield* inContext('properties', node.initializer);
  if (isShorthandPropertyAssignment(node)) return yield* inContext('properties', node.name as Identifier);
  if (isMethodDeclaration(node)) return yield* inObject(node);
  if (isReturnStatement(node)) return yield* inContext('returns', node.expression!);
  if (isVariableDeclaration(node)) return yield* inVariable(node.name, node.initializer!);
  return isBinaryExpression(node) ? yield* inVariable(node.left, node.right) : undefined;
}

function* inArguments(call: CallExpression | NewExpression): Asking<readonly IgnoredResult[]> {
  const found: IgnoredResult[] = [];
  for (const [index, fn] of (call.arguments ?? []).entries()) {
    if (!maybePromiseFunction(fn) || !(yield* isPromiseFunction(fn))) continue;
    if ((yield* ignoresArgument(call, index)) && !(yield* isFinally(call))) {
      found.push({ place: 'arguments', fn, at: fn });
    }
  }
  return found;
}

/**
 * All signatures of the callee count, not only the resolved one: overload resolution takes the first that
 * fits, and an async function fits `() => void`.
 */
function* ignoresArgument(call: CallExpression | NewExpression, index: number): Asking<boolean> {
  const callee = yield* ask('typeAt', call.expression);
  const kind = isCallExpression(call) ? 'callSignatures' : 'constructSignatures';
  let ignores = false;
  for (const part of callee ? yield* unionParts(callee) : []) {
    for (const signature of yield* ask(kind, part)) {
      const expected = yield* ask('parameterType', { signature, index });
      const result = expected ? yield* resultOf(expected) : 'other';
      if (result === 'promise') return false;
      ignores ||= result === 'void';
    }
  }
  // A type parameter says only in its context what it stands for in a call.
  const expected = yield* ask('contextualType', call.arguments![index]!);
  const result = expected ? yield* resultOf(expected) : 'other';
  return result === 'void' || (ignores && result === 'other');
}

/** `promise.finally(f)` waits for the promise of `f`, though its type does not say so. */
function* isFinally(call: CallExpression | NewExpression): Asking<boolean> {
  if (!isCallExpression(call) || (yield* memberText(call.expression)) !== 'finally') return false;
  const promise =
    yield * ask('typeAt', (call.expression as Expression & { readonly expression: Expression }).expression);
  return promise !== undefined && (yield* isPromise(promise));
}

function* inAttribute(attribute: JsxAttribute): Asking<IgnoredResult | undefined> {
  const found = yield* inContext('attributes', attributeValue(attribute)!);
  return found && { ...found, at: attribute.initializer! };
}

/** Of a value that its surroundings expect to be of some type. */
function* inContext(place: Place, fn: Expression): Asking<IgnoredResult | undefined> {
  if (!(yield* isPromiseFunction(fn))) return undefined;
  const expected = yield* ask('contextualType', fn);
  return expected && (yield* resultOf(expected)) === 'void' ? { place, fn, at: fn } : undefined;
}

function* inObject(method: MethodDeclaration): Asking<IgnoredResult | undefined> {
  const object = method.parent;
  if (!isObjectLiteralExpression(object) || isComputedPropertyName(method.name)) return undefined;
  if (!(yield* isPromiseMember(method))) return undefined;
  const expected = yield* ask('contextualType', object);
  for (const part of expected ? yield* unionParts(expected) : []) {
    const property = yield* ask('property', { type: part, name: method.name.getText() });
    if (!property) continue;
    return (yield* ignoresMember(property)) ? { place: 'properties', fn: method, at: method } : undefined;
  }
  return undefined;
}

function* inVariable(variable: Node, fn: Expression): Asking<IgnoredResult | undefined> {
  // Asked in this order, since what a variable may hold costs less than the call that its value often is.
  const expected = yield* ask('typeAt', variable);
  if (!expected || (yield* resultOf(expected)) !== 'void') return undefined;
  return (yield* isPromiseFunction(fn)) ? { place: 'variables', fn, at: fn } : undefined;
}

/** Methods that return promises where the base class or the interface has `void`. */
function* inMembers(type: Node): Asking<readonly IgnoredResult[]> {
  if (!isClassLikeDeclaration(type) && !isInterfaceDeclaration(type)) return [];
  const heritage = heritageOf(type);
  const found: IgnoredResult[] = [];
  for (const member of heritage.length > 0 ? type.members : []) {
    const { name } = member as { readonly name?: Node };
    if (!name || !isIdentifier(name) || hasModifier(member, SyntaxKind.StaticKeyword) || !maybePromiseMember(member))
      continue;
    for (const clause of heritage) {
      const base = yield* ask('typeAt', clause);
      const inherited = base && (yield* memberOf(base, name.text));
      // Asked in this order, since the type of a member costs more than that of its like in the base.
      if (!inherited || !(yield* ignoresMember(inherited)) || !(yield* isPromiseMember(member))) continue;
      found.push({ place: 'inheritedMethods', fn: member, at: member, heritage: base });
    }
  }
  return found;
}

function* isPromiseMember(member: Node): Asking<boolean> {
  if (isMethodDeclaration(member) && isAsync(member)) return !isGenerator(member);
  const type = yield* ask('typeAt', member);
  return type !== undefined && (yield* returnsPromises(type));
}

function* ignoresMember(member: SymbolInfo): Asking<boolean> {
  const type = yield* ask('typeOfSymbol', member);
  return type !== undefined && (yield* resultOf(type)) === 'void';
}
