/** What a call runs: the declaration that it names, and the code behind it. */

import {
  isArrowFunction,
  isClassLikeDeclaration,
  isConstructorDeclaration,
  isFunctionExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isVariableDeclaration,
  isVariableDeclarationList,
  NodeFlags,
  SyntaxKind,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import type { RunnableFunction } from '../syntax/failure-points.ts';
import { isPlainFunction } from '../syntax/functions.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import { ask, SymbolFlags, type Asking, type NodeRef, type SymbolInfo } from '../engine/questions.ts';
import { originOf } from './origin.ts';

export type Callee =
  /** The functions that may run; usually one. */
  | { readonly kind: 'functions'; readonly functions: readonly RunnableFunction[] }
  /** Declared as `@neverRejects`. */
  | { readonly kind: 'never-rejects' }
  /** Code without source: a library's, or whatever a variable holds. */
  | { readonly kind: 'opaque'; readonly symbol: SymbolInfo | undefined };

/** The declaration that a callee names, looked at through imports and re-exports. */
export function* calleeSymbol(callee: Expression): Asking<SymbolInfo | undefined> {
  const name = withoutAssertions(callee);
  const symbol = yield* ask('symbolAt', isPropertyAccessExpression(name) ? name.name : name);
  if (!symbol || !(symbol.flags & SymbolFlags.Alias)) return symbol;
  return yield* ask('aliasedSymbol', symbol);
}

/** The code that calling (or constructing) `callee` runs. A method that a subclass overrides is taken as written. */
export function* calleeOf(callee: Expression): Asking<Callee> {
  const value = withoutAssertions(callee);
  if (isArrowFunction(value) || isFunctionExpression(value)) return { kind: 'functions', functions: [value] };
  const symbol = yield* calleeSymbol(callee);
  const functions: RunnableFunction[] = [];
  for (const declaration of symbol?.declarations ?? []) {
    const node = yield* declared(declaration);
    if (!node) continue;
    if (hasTag(node, 'neverRejects')) return { kind: 'never-rejects' };
    const run = codeOf(node);
    if (run) functions.push(...run);
  }
  return functions.length > 0 ? { kind: 'functions', functions } : { kind: 'opaque', symbol };
}

/** Libraries have nothing to look into: only the project's own files are read. */
export function* declared(declaration: NodeRef): Asking<Node | undefined> {
  return originOf(declaration).kind === 'file' ? yield* ask('node', declaration) : undefined;
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

/** The comments above a declaration; those of a variable stand above its statement. */
function commentsBefore(node: Node): string {
  const whole = isVariableDeclaration(node) && isVariableDeclarationList(node.parent) ? node.parent.parent : node;
  return whole.getSourceFile().text.slice(whole.pos, whole.getStart());
}

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

/** What a `const`, a readonly property or an object's member was given and keeps, as far as one can tell. */
function fixedValue(declaration: Node): Expression | undefined {
  if (isVariableDeclaration(declaration)) {
    const isConst = (declaration.parent.flags & NodeFlags.Const) !== 0;
    return isConst && declaration.initializer ? withoutAssertions(declaration.initializer) : undefined;
  }
  if (isPropertyDeclaration(declaration)) {
    const isReadonly = declaration.modifiers?.some(one => one.kind === SyntaxKind.ReadonlyKeyword) ?? false;
    return isReadonly && declaration.initializer ? withoutAssertions(declaration.initializer) : undefined;
  }
  return isPropertyAssignment(declaration) ? withoutAssertions(declaration.initializer) : undefined;
}
