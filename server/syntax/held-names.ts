/** Functions that are kept under a name: in a constant, in a property of an object, or taken out of one. */

import {
  isArrowFunction,
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isIdentifier,
  isObjectBindingPattern,
  isParameterDeclaration,
  isPrivateIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isShorthandPropertyAssignment,
  isStringLiteral,
  isVariableDeclaration,
  SyntaxKind,
  type BinaryExpression,
  type Expression,
  type Identifier,
  type Node,
  type SourceFile,
  type VariableDeclaration,
} from './ast.ts';
import { memberName, memberNode } from './expressions.ts';
import { hasModifier } from './modifiers.ts';
import { withoutAssertions } from './promise-parts.ts';
import { areConstant } from './variable-lists.ts';

/** What `heldName` knows. */
export const HOLDER_KINDS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.BinaryExpression,
  SyntaxKind.BindingElement,
  SyntaxKind.Parameter,
  SyntaxKind.PropertyAssignment,
  SyntaxKind.PropertyDeclaration,
  SyntaxKind.ShorthandPropertyAssignment,
  SyntaxKind.VariableDeclaration,
]);

/** It ends with a name, or with the members of one; or it calls `bind`. */
const HOLDS =
  /(?:^|[:=\n/])\s*[\p{ID_Start}$_][\p{ID_Continue}$.?!\s]*(?:\sas\s.*)?;?$|\.bind\(|\[(?:'[^'\n]*'|"[^"\n]*")\];?$/su;

const LONGEST_VALUE = 200;

/** Most of these hold nothing: only what ends with an assignment of a name is looked at. */
const RARE: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.BinaryExpression, SyntaxKind.Parameter]);
const ASSIGNMENT = /(?<![=!<>])=\s*[\p{ID_Start}$_][\p{ID_Continue}$.]*/gu;

/** Whether a holder may keep something that has a name, by the look of its text: few do, and only these need nodes. */
export function mayHold({ text }: SourceFile): (pos: number, end: number, kind: SyntaxKind) => boolean {
  const assigned = new Set(Array.from(text.matchAll(ASSIGNMENT), ({ index, 0: { length } }) => index + length));
  return (pos, end, kind) =>
    RARE.has(kind) ? assigned.has(end) : HOLDS.test(text.slice(Math.max(pos, end - LONGEST_VALUE), end));
}

/** `load` of `const run = api.load`, of `const { load: run } = api` and of `{ run: load }`. */
export interface HeldName {
  readonly name: string;
  /** Whether it is that of a member. */
  readonly isMember: boolean;
  /** The name that it is kept under, in a scope or after a dot. */
  readonly freeNames: readonly string[];
  readonly memberNames: readonly string[];
}

/** What a variable, a property, a parameter or a part of a pattern keeps, where that has a name. */
export function heldName(holder: Node): HeldName | undefined {
  if (isVariableDeclaration(holder))
    return isConst(holder) ? heldAs(holder.name, 'free', holder.initializer) : undefined;
  if (isPropertyAssignment(holder) || isPropertyDeclaration(holder))
    return heldAs(holder.name, 'member', holder.initializer);
  if (isShorthandPropertyAssignment(holder)) return heldAs(holder.name, 'member', holder.name as Identifier);
  if (isBinaryExpression(holder))
    return isAssigned(holder) ? heldAs(holderName(holder), 'member', holder.right) : undefined;
  if (isParameterDeclaration(holder)) {
    return heldAs(holder.name, holder.modifiers ? 'both' : 'free', holder.initializer);
  }
  if (!isBindingElement(holder)) return undefined;
  if (holder.initializer) return heldAs(holder.name, 'free', holder.initializer);
  const name = isTakenOut(holder) ? nameOf(holder.propertyName ?? holder.name) : undefined;
  return name === undefined ? undefined : withNames(holder.name, 'free', { name, isMember: true });
}

/** The name that something is kept under. */
export const holderName = (holder: Node): Node | undefined =>
  isBinaryExpression(holder) ? memberNode(holder.left) : (holder as Node & { readonly name?: Node }).name;

/** What a holder that may keep several things is given where it stands. */
export function givenValue(holder: Node): Expression | undefined {
  if (isBinaryExpression(holder)) return holder.right;
  return (holder as Node & { readonly initializer?: Expression }).initializer;
}

/** Whether all that a holder ever keeps is what it was given first. A field with an arrow function is a method. */
export function keepsItsValue(holder: Node): boolean {
  if (isVariableDeclaration(holder)) return isConst(holder);
  if (isBindingElement(holder)) return isTakenOut(holder) && holder.initializer === undefined;
  if (!isPropertyDeclaration(holder)) return isPropertyAssignment(holder) || isShorthandPropertyAssignment(holder);
  const value = holder.initializer && withoutAssertions(holder.initializer);
  return value !== undefined && (isArrowFunction(value) || hasModifier(holder, SyntaxKind.ReadonlyKeyword));
}

/** `f` of `f.bind(…)`. */
export function boundBy(value: Expression): Expression | undefined {
  const callee = isCallExpression(value) ? value.expression : undefined;
  return callee && isPropertyAccessExpression(callee) && callee.name.text === 'bind' ? callee.expression : undefined;
}

const isAssigned = ({ operatorToken, left }: BinaryExpression): boolean =>
  operatorToken.kind === SyntaxKind.EqualsToken && memberName(left) !== undefined;

const isConst = ({ parent }: VariableDeclaration): boolean => areConstant(parent);

/** Whether an element is of the pattern of a constant, however deep. */
function isTakenOut(element: Node): boolean {
  let at = element;
  while (isBindingElement(at) && isObjectBindingPattern(at.parent)) at = at.parent.parent;
  return isVariableDeclaration(at) && isConst(at);
}

/** How a name is used: alone, after a dot, or both, as that of a parameter that is a property, too. */
type Form = 'free' | 'member' | 'both';

function heldAs(kept: Node | undefined, form: Form, initializer: Expression | undefined): HeldName | undefined {
  const value = initializer && withoutAssertions(initializer);
  if (!value) return undefined;
  if (isIdentifier(value)) return withNames(kept, form, { name: value.text, isMember: false });
  const member = memberName(value);
  if (member !== undefined) return withNames(kept, form, { name: member, isMember: true });
  const bound = boundBy(value);
  return bound && heldAs(kept, form, bound);
}

function withNames(
  kept: Node | undefined,
  form: Form,
  held: Pick<HeldName, 'name' | 'isMember'>,
): HeldName | undefined {
  const name = nameOf(kept);
  if (name === undefined) return undefined;
  return { ...held, freeNames: form === 'member' ? [] : [name], memberNames: form === 'free' ? [] : [name] };
}

const nameOf = (node: Node | undefined): string | undefined =>
  node && (isIdentifier(node) || isPrivateIdentifier(node) || isStringLiteral(node)) ? node.text : undefined;
