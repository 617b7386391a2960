/** The methods that may run where a method of a class or an interface is called: its own, and those of subtypes. */

import {
  isClassLikeDeclaration,
  isInterfaceDeclaration,
  isMethodDeclaration,
  isMethodSignatureDeclaration,
  type MethodDeclaration,
  type MethodSignatureDeclaration,
  type Node,
} from '../syntax/ast.ts';
import { heritageOf } from '../syntax/heritage.ts';
import { ask, once, type Asking } from '../engine/questions.ts';
import { calleeSymbol } from './callee.ts';
import type { Leads } from './leads.ts';

/** How far up types are followed; deeper hierarchies do not occur. */
const MAX_DEPTH = 10;

/** All bodies that a call may run, by the types that say what they extend or implement. */
export function implementations(
  method: MethodDeclaration | MethodSignatureDeclaration,
  leads: Leads,
): Asking<readonly Node[]> {
  return once('implementations', method, function* () {
    const candidates = leads.members(method.name.getText());
    const found: Node[] = isMethodDeclaration(method) && method.body ? [method] : [];
    for (const { node, ownClass } of candidates) {
      if (node === method || !ownClass || ownClass === method.parent) continue;
      if (yield* isSubtype(ownClass, method.parent, MAX_DEPTH)) found.push(node);
    }
    return found;
  });
}

/** Whether which code runs depends on the object that a method is called on. */
export function isDispatched(declaration: Node): declaration is MethodDeclaration | MethodSignatureDeclaration {
  const { parent } = declaration;
  if (isMethodSignatureDeclaration(declaration)) return isInterfaceDeclaration(parent);
  return isMethodDeclaration(declaration) && isClassLikeDeclaration(parent);
}

/** Whether a type says that it extends or implements another, or something in between. */
function* isSubtype(type: Node, base: Node, depth: number): Asking<boolean> {
  for (const { expression } of depth > 0 ? heritageOf(type) : []) {
    for (const reference of (yield* calleeSymbol(expression))?.declarations ?? []) {
      const declaration = yield* ask('node', reference);
      if (declaration && (declaration === base || (yield* isSubtype(declaration, base, depth - 1)))) return true;
    }
  }
  return false;
}
