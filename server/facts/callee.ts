/** What a call runs: the declaration that it names, and the code behind it. */

import {
  isArrowFunction,
  isBinaryExpression,
  isCallExpression,
  isClassLikeDeclaration,
  isConstructorDeclaration,
  isFunctionExpression,
  type CallExpression,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { documented } from '../syntax/documented.ts';
import type { RunnableFunction } from '../syntax/failure-points.ts';
import { memberNode } from '../syntax/expressions.ts';
import { isAsync, isPlainFunction } from '../syntax/functions.ts';
import { givenValue, keepsItsValue } from '../syntax/held-names.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import { ask, SymbolFlags, type Asking, type NodeRef, type SymbolInfo } from '../engine/questions.ts';
import { maybePromiseFunction, returnedBy } from '../syntax/promise-values.ts';
import { isPromiseFunction } from './function-types.ts';
import { neverRejects } from './known-settlers.ts';
import { originOf } from './origin.ts';
import { wrappedIn } from './wrappers.ts';

export type Callee =
  /** The functions that may run; usually one. */
  | { readonly kind: 'functions'; readonly functions: readonly RunnableFunction[] }
  /** Declared as `@neverRejects`, or a library's function that is known for it. */
  | { readonly kind: 'never-rejects' }
  /** Code without source: a library's, or whatever a variable holds. */
  | { readonly kind: 'opaque'; readonly symbol: SymbolInfo | undefined };

/** The declaration that a callee names, looked at through imports and re-exports. */
export function* calleeSymbol(callee: Expression): Asking<SymbolInfo | undefined> {
  const name = withoutAssertions(callee);
  const symbol = yield* ask('symbolAt', memberNode(name) ?? name);
  if (!symbol || !(symbol.flags & SymbolFlags.Alias)) return symbol;
  return yield* ask('aliasedSymbol', symbol);
}

/** A name as people write it: the compiler numbers those of private members. */
export const writtenName = ({ name }: SymbolInfo): string => name.replace(/^__#\d+@/, '');

/** The code that calling (or constructing) `callee` runs. A method that a subclass overrides is taken as written. */
export function* calleeOf(callee: Expression): Asking<Callee> {
  const value = withoutAssertions(callee);
  if (isArrowFunction(value) || isFunctionExpression(value)) return { kind: 'functions', functions: [value] };
  const made = isCallExpression(value) ? yield* codeOfMade(value) : undefined;
  if (made) return { kind: 'functions', functions: made };
  const symbol = yield* calleeSymbol(callee);
  const functions: RunnableFunction[] = [];
  for (const declaration of symbol?.declarations ?? []) {
    const node = yield* declared(declaration);
    if (!node) continue;
    if (hasTag(node, 'neverRejects')) return { kind: 'never-rejects' };
    const value = fixedValue(node);
    const run = codeOf(node) ?? (value && isCallExpression(value) ? yield* codeOfMade(value) : undefined);
    if (run) functions.push(...run);
  }
  if (functions.length > 0) return { kind: 'functions', functions };
  const kept = symbol ? yield* codeOfKept(callee, symbol) : undefined;
  if (kept) return { kind: 'functions', functions: kept };
  return (yield* neverRejects(callee, symbol)) ? { kind: 'never-rejects' } : { kind: 'opaque', symbol };
}

/** What a hook returned, say, and a constant or a member keeps: the type of a function leads to its declaration. */
function* codeOfKept(
  callee: Expression,
  { declarations }: SymbolInfo,
): Asking<readonly RunnableFunction[] | undefined> {
  const [reference, ...others] = declarations;
  const holder = reference && others.length === 0 ? yield* declared(reference) : undefined;
  const made = holder && keepsItsValue(holder) ? yield* functionOfType(callee) : undefined;
  const [fn] = made?.declarations ?? [];
  const node = fn && (yield* declared(fn));
  return node && codeOf(node);
}

/**
 * The function that an expression of its type stands for: a type is that of one, unless somebody has written it down.
 */
export function* functionOfType(expression: Expression): Asking<SymbolInfo | undefined> {
  const type = yield* ask('typeAt', expression);
  return type?.symbol ? yield* ask('symbolOfType', type) : undefined;
}

/** Declarations of libraries have nothing to look into: only the project's own files are read, and JavaScript. */
export function* declared(declaration: NodeRef): Asking<Node | undefined> {
  const isCode = originOf(declaration).kind === 'file' || /\.[cm]?jsx?$/.test(declaration.file);
  return isCode ? yield* ask('node', declaration) : undefined;
}

/** Whether the comment above a declaration has a tag. */
export function hasTag(declaration: Node, tag: 'neverRejects' | 'blocking' | 'nonblocking'): boolean {
  return TAGS[tag].test(commentsBefore(declaration));
}

const TAGS = {
  neverRejects: /\/\*\*(?:[^*]|\*(?!\/))*@neverRejects\b/,
  blocking: /\/\*\*(?:[^*]|\*(?!\/))*@blocking\b/,
  nonblocking: /\/\*\*(?:[^*]|\*(?!\/))*@nonblocking\b/,
} as const;

function commentsBefore(declaration: Node): string {
  const whole = documented(declaration);
  return whole.getSourceFile().text.slice(whole.pos, whole.getStart());
}

/**
 * The functions that run when what is declared here is called; `undefined` where no code is in sight, as in a
 * declaration of types.
 */
export function codeOf(declaration: Node): readonly RunnableFunction[] | undefined {
  if (isPlainFunction(declaration)) return declaration.body ? [declaration] : undefined;
  if (isClassLikeDeclaration(declaration)) {
    const constructor = declaration.members.find(isConstructorDeclaration);
    if (constructor) return [constructor];
    return declaration.heritageClauses ? undefined : [];
  }
  const value = fixedValue(declaration);
  return value && (isArrowFunction(value) || isFunctionExpression(value)) ? [value] : undefined;
}

/** The functions that a call returns, or that what it returns runs. */
function* codeOfMade(call: CallExpression): Asking<readonly RunnableFunction[] | undefined> {
  const wrapped = yield* wrappedIn(call);
  if (wrapped.length > 0) return yield* codeOfWrapped(wrapped);
  const maker = yield* calleeOf(call.expression);
  const made: RunnableFunction[] = [];
  for (const fn of maker.kind === 'functions' ? maker.functions : []) {
    if (!isPlainFunction(fn) || isAsync(fn)) return undefined;
    for (const returned of returnedBy(fn).map(withoutAssertions)) {
      if (!isArrowFunction(returned) && !isFunctionExpression(returned)) return undefined;
      made.push(returned);
    }
  }
  return made.length > 0 ? made : undefined;
}

/** Of wrapped functions without source, those that return no promise do no harm; `undefined` where others are. */
function* codeOfWrapped(wrapped: readonly Expression[]): Asking<readonly RunnableFunction[] | undefined> {
  const functions: RunnableFunction[] = [];
  for (const each of wrapped.filter(maybePromiseFunction)) {
    const callee = yield* calleeOf(each);
    if (callee.kind === 'functions') functions.push(...callee.functions);
    else if (callee.kind === 'opaque' && (yield* isPromiseFunction(each))) return undefined;
  }
  return functions;
}

/** What a `const`, a property or an object's member was given and keeps, as far as one can tell. */
function fixedValue(declaration: Node): Expression | undefined {
  // In JavaScript, `exports.f = …` declares a property.
  const isKept = keepsItsValue(declaration) || isBinaryExpression(declaration);
  const value = isKept ? givenValue(declaration) : undefined;
  return value && withoutAssertions(value);
}
