/** Who calls a function, and who is given it to call: one step back on the ways that `blocking-graph.ts` has. */

import {
  isCallExpression,
  isClassLikeDeclaration,
  isConstructorDeclaration,
  isElementAccessExpression,
  isExpressionWithTypeArguments,
  isGetAccessorDeclaration,
  isNewExpression,
  isPropertyAccessExpression,
  isPropertyDeclaration,
  isSetAccessorDeclaration,
  isSourceFile,
  isTaggedTemplateExpression,
  isVariableDeclaration,
  SyntaxKind,
  type CallExpression,
  type Expression,
  type NewExpression,
  type Node,
} from '../syntax/ast.ts';
import { nameOfCode } from '../syntax/code-labels.ts';
import { heldName, holderName } from '../syntax/held-names.ts';
import { modifierOf } from '../syntax/modifiers.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import { ask, type Asking } from '../engine/questions.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';
import type { Leads } from './leads.ts';
import { codeRunning, runsNow } from './runs-now.ts';

/** Where callers are looked for, and what is known of those who take callbacks. */
export interface CallScope {
  readonly leads: Leads;
  readonly knowledge: BlockingKnowledge;
}

/** A place where a function is called, or handed over. */
export interface Caller {
  /** The callee, the argument or the property. */
  readonly site: Node;
  /** The code that runs there and, with it, the function. */
  readonly code: Node;
  /** The call that is given the function and calls it when this code is over; none where it runs now. */
  readonly taker: CallExpression | NewExpression | undefined;
}

/** The callers of a function, a constructor, an accessor or a property's initial value, in all files of the program. */
export function* callersOf(code: Node, scope: CallScope): Asking<readonly Caller[]> {
  if (isConstructorDeclaration(code) || isPropertyDeclaration(code)) return yield* constructing(code.parent, scope);
  const name = isSourceFile(code) ? undefined : (nameOfCode(code) ?? defaultKeyword(code));
  return name ? yield* callersOfName(name, scope) : [];
}

/** The callers of what a name stands for, also by the names of constants and properties that keep it. */
export function* callersOfName(name: Node, scope: CallScope, seen = new Set<Node>()): Asking<readonly Caller[]> {
  if (seen.has(name)) return [];
  seen.add(name);
  const accessor = isGetAccessorDeclaration(name.parent) || isSetAccessorDeclaration(name.parent);
  const callers: Caller[] = [];
  for (const use of yield* usesOf(name, scope)) {
    const expression = whole(use);
    const { parent } = beyondAssertions(expression);
    const kept = !accessor && heldName(parent) ? holderName(parent) : undefined;
    if (kept) {
      callers.push(...(yield* callersOfName(kept, scope, seen)));
      continue;
    }
    if (accessor && expression !== use) callers.push(...(yield * caller(expression, undefined, scope)));
    else if (isTaggedTemplateExpression(parent)) callers.push(...(yield * caller(expression, undefined, scope)));
    else if (isCallExpression(parent) || isNewExpression(parent))
      callers.push(...(yield * caller(expression, parent, scope)));
  }
  return callers;
}

/** Those who construct a class or, by `super`, a class that extends it. */
function* constructing(type: Node, scope: CallScope): Asking<readonly Caller[]> {
  const name = nameOfClass(type);
  const callers: Caller[] = name ? [...(yield* callersOfName(name, scope))] : [];
  for (const use of name ? yield* usesOf(name, scope) : []) {
    const { parent } = whole(use);
    const subclass = isExpressionWithTypeArguments(parent) ? parent.parent.parent : undefined;
    if (!subclass || !isClassLikeDeclaration(subclass)) continue;
    const own = subclass.members.find(isConstructorDeclaration);
    if (own) callers.push({ site: use, code: own, taker: undefined });
    else callers.push(...(yield* constructing(subclass, scope)));
  }
  return callers;
}

function* usesOf(name: Node, { leads }: CallScope): Asking<readonly Node[]> {
  const uses: Node[] = [];
  for (const reference of yield* ask('references', name)) {
    const node = yield* ask('node', reference);
    if (node && leads.codeAround(node)) uses.push(node);
  }
  return uses;
}

/** @param call what has the expression as its callee or among its arguments */
function* caller(
  site: Node,
  call: CallExpression | NewExpression | undefined,
  { leads, knowledge }: CallScope,
): Asking<readonly Caller[]> {
  const code = yield* codeRunning(site, leads, knowledge);
  if (!code) return [];
  const isNow = !call || (yield* runsNow(call, site, leads, knowledge));
  return [{ site, code: code.node, taker: isNow ? undefined : call }];
}

/** `x.f` and `x['f']` for the name `f` in them. */
function whole(name: Node): Node {
  const { parent } = name;
  const isMember =
    (isPropertyAccessExpression(parent) && parent.name === name) ||
    (isElementAccessExpression(parent) && parent.argumentExpression === name);
  return isMember ? parent : name;
}

function beyondAssertions(expression: Node): Node {
  let at = expression;
  while (withoutAssertions(at.parent as Expression) !== at.parent) at = at.parent;
  return at;
}

function nameOfClass(type: Node): Node | undefined {
  if (!isClassLikeDeclaration(type)) return undefined;
  return type.name ?? (isVariableDeclaration(type.parent) ? type.parent.name : defaultKeyword(type));
}

/** By which the compiler finds the uses of what is exported without a name. */
const defaultKeyword = (declaration: Node): Node | undefined => modifierOf(declaration, SyntaxKind.DefaultKeyword);
