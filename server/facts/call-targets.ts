/** The code in a project's own files that runs when a function is called, or a class constructed. */

import {
  isBinaryExpression,
  isClassLikeDeclaration,
  isConstructorDeclaration,
  isGetAccessorDeclaration,
  isPropertyDeclaration,
  isSetAccessorDeclaration,
  SyntaxKind,
  type ClassLikeDeclaration,
  type Node,
} from '../syntax/ast.ts';
import { isDeferred } from '../syntax/code-names.ts';
import { baseClassOf } from '../syntax/heritage.ts';
import { hasModifier } from '../syntax/modifiers.ts';
import type { Asking, SymbolInfo } from '../engine/questions.ts';
import { calleeSymbol, codeOf, declared, hasTag } from './callee.ts';
import type { Leads } from './leads.ts';
import { implementations, isDispatched } from './overrides.ts';

/** Code that runs: one of the `alternatives`, by the type that a value turns out to have. */
export interface Target {
  readonly alternatives: readonly Node[];
}

/** All that runs, one after another. Nothing for code without source, or that only makes a promise or an iterator. */
export function* targetsOf(
  symbol: SymbolInfo,
  use: 'called' | 'read' | 'written' | 'updated',
  leads: Leads,
): Asking<readonly Target[]> {
  const targets: Target[] = [];
  for (const reference of symbol.declarations) {
    const declaration = yield* declared(reference);
    if (!declaration || hasTag(declaration, 'nonblocking') || isAssignedAgain(declaration, symbol)) continue;
    if (isClassLikeDeclaration(declaration)) targets.push(...(yield* constructedBy(declaration, leads)));
    else if (isGetAccessorDeclaration(declaration)) {
      if (use === 'read' || use === 'updated') targets.push({ alternatives: [declaration] });
    } else if (isSetAccessorDeclaration(declaration)) {
      if (use === 'written' || use === 'updated') targets.push({ alternatives: [declaration] });
    } else if (isDispatched(declaration)) targets.push({ alternatives: yield* implementations(declaration, leads) });
    else if (use === 'called') targets.push(...codeTargets(declaration));
  }
  return targets.filter(isNotDeferred);
}

const codeTargets = (declaration: Node): readonly Target[] =>
  (codeOf(declaration) ?? []).map(fn => ({ alternatives: [fn] }));

const isNotDeferred = ({ alternatives }: Target): boolean => !alternatives.some(isDeferred);

/** In JavaScript, each assignment to a property declares it: which one counts is not known. */
const isAssignedAgain = (declaration: Node, { declarations }: SymbolInfo): boolean =>
  isBinaryExpression(declaration) && declarations.length > 1;

/** What runs when a method is called as that of one class, whatever overrides it. */
export function* ownTargets(symbol: SymbolInfo): Asking<readonly Target[]> {
  const targets: Target[] = [];
  for (const reference of symbol.declarations) {
    const declaration = yield* declared(reference);
    if (!declaration || hasTag(declaration, 'nonblocking')) continue;
    targets.push(...codeTargets(declaration));
  }
  return targets.filter(isNotDeferred);
}

/** What runs when a class is constructed: initialisers, its constructor, and those of a base class. */
function* constructedBy(type: ClassLikeDeclaration, leads: Leads): Asking<readonly Target[]> {
  const own = type.members.filter(
    member =>
      isConstructorDeclaration(member) ||
      (isPropertyDeclaration(member) && !hasModifier(member, SyntaxKind.StaticKeyword)),
  );
  const targets = own.map(member => ({ alternatives: [member] }));
  // A constructor calls that of the base class itself.
  if (own.some(isConstructorDeclaration)) return targets;
  const base = baseClassOf(type);
  const symbol = base && (yield* calleeSymbol(base));
  return symbol ? [...targets, ...(yield* targetsOf(symbol, 'called', leads))] : targets;
}
