/** The types that a function has to fit: of what it is given to, implements or overrides. */

import {
  isArrowFunction,
  isClassLikeDeclaration,
  isFunctionExpression,
  isMethodDeclaration,
  isObjectLiteralExpression,
  isPropertyDeclaration,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { parentBeyondParentheses } from '../syntax/expressions.ts';
import type { PlainFunction } from '../syntax/functions.ts';
import { heritageOf } from '../syntax/heritage.ts';
import { ask, type Asking, type SymbolInfo, type TypeInfo } from '../engine/questions.ts';
import { unionParts } from './promises.ts';

/** Types of functions, each of which the function has to be assignable to. None for one that is free. */
export function* expectedTypes(fn: PlainFunction): Asking<readonly TypeInfo[]> {
  if (isMethodDeclaration(fn)) return yield* expectedOfMember(fn, fn.name);
  if (!isArrowFunction(fn) && !isFunctionExpression(fn)) return [];
  const holder = parentBeyondParentheses(fn);
  const inherited = isPropertyDeclaration(holder) ? yield* expectedOfMember(holder, holder.name) : [];
  const expected = yield* ask('contextualType', fn as Expression);
  return expected ? [...inherited, expected] : inherited;
}

function* expectedOfMember({ parent: owner }: Node, name: Node): Asking<readonly TypeInfo[]> {
  const types: TypeInfo[] = [];
  for (const type of yield* typesToFit(owner)) {
    const member = yield* memberOf(type, name.getText());
    const expected = member && (yield* ask('typeOfSymbol', member));
    if (expected) types.push(expected);
  }
  return types;
}

/** What a class extends and implements, or what is expected of an object. */
function* typesToFit(owner: Node): Asking<readonly TypeInfo[]> {
  const types: (TypeInfo | undefined)[] = [];
  if (isClassLikeDeclaration(owner)) for (const type of heritageOf(owner)) types.push(yield* ask('typeAt', type));
  if (isObjectLiteralExpression(owner)) {
    const expected = yield* ask('contextualType', owner);
    if (expected) types.push(...(yield* unionParts(expected)));
  }
  return types.filter(type => type !== undefined);
}

/** `interface X extends typeof C` takes the instance's members from the class. */
export function* memberOf(base: TypeInfo, name: string): Asking<SymbolInfo | undefined> {
  const own = yield* ask('property', { type: base, name });
  if (own || !base.symbol) return own;
  const symbol = yield* ask('symbolOfType', base);
  const declared = symbol && (yield* ask('declaredType', symbol));
  return declared && (yield* ask('property', { type: declared, name }));
}
