/** Functions that are kept under a name: in a constant, in a property of an object, or taken out of one. */

import {
  isBindingElement,
  isCallExpression,
  isIdentifier,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isShorthandPropertyAssignment,
  isStringLiteral,
  isVariableDeclaration,
  NodeFlags,
  SyntaxKind,
  type Expression,
  type Identifier,
  type Node,
  type SourceFile,
} from './ast.ts';
import { hasModifier } from './code-names.ts';
import { memberName } from './expressions.ts';
import { withoutAssertions } from './promise-parts.ts';

/** What `heldName` knows. */
export const HOLDER_KINDS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.BindingElement,
  SyntaxKind.PropertyAssignment,
  SyntaxKind.PropertyDeclaration,
  SyntaxKind.ShorthandPropertyAssignment,
  SyntaxKind.VariableDeclaration,
]);

/** It ends with a name, or with the members of one; or it calls `bind`. */
const HOLDS = /(?:^|[:=\n/])\s*[\p{ID_Start}$_][\p{ID_Continue}$.?!\s]*(?:\sas\s.*)?$|\.bind\(/su;

const LONGEST_VALUE = 200;

/** Whether a holder may keep something that has a name, by the look of its text: few do, and only these need nodes. */
export function mayHold({ text }: SourceFile): (pos: number, end: number) => boolean {
  return (pos, end) => HOLDS.test(text.slice(Math.max(pos, end - LONGEST_VALUE), end));
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

/** What a constant, a property or a part of a pattern keeps, where that has a name and stays. */
export function heldName(holder: Node): HeldName | undefined {
  if (isVariableDeclaration(holder)) return isConst(holder) ? heldAs(holder.name, 'free', holder.initializer) : undefined;
  if (isPropertyAssignment(holder)) return heldAs(holder.name, 'member', holder.initializer);
  if (isPropertyDeclaration(holder)) return isReadonly(holder) ? heldAs(holder.name, 'member', holder.initializer) : undefined;
  if (isShorthandPropertyAssignment(holder)) return heldAs(holder.name, 'member', holder.name as Identifier);
  if (!isBindingElement(holder) || !isTakenOut(holder)) return undefined;
  const name = nameOf(holder.propertyName ?? holder.name);
  return name === undefined ? undefined : withNames(holder.name, 'free', { name, isMember: true });
}

/** Whether all that a declaration ever keeps is what it was given first. */
export function isKept(holder: Node): boolean {
  if (isVariableDeclaration(holder)) return isConst(holder);
  if (isBindingElement(holder)) return isTakenOut(holder);
  return isPropertyAssignment(holder) || isShorthandPropertyAssignment(holder);
}

/** `f` of `f.bind(…)`. */
export function boundBy(value: Expression): Expression | undefined {
  const callee = isCallExpression(value) ? value.expression : undefined;
  return callee && isPropertyAccessExpression(callee) && callee.name.text === 'bind' ? callee.expression : undefined;
}

const isReadonly = (property: Node): boolean => hasModifier(property, SyntaxKind.ReadonlyKeyword);
const isConst = ({ parent }: Node): boolean => (parent.flags & NodeFlags.Const) !== 0;

/** Whether an element is of the pattern of a constant, however deep. */
function isTakenOut(element: Node): boolean {
  let at = element;
  while (isBindingElement(at) && isObjectBindingPattern(at.parent)) at = at.parent.parent;
  return isVariableDeclaration(at) && isConst(at);
}

function heldAs(kept: Node, form: 'free' | 'member', initializer: Expression | undefined): HeldName | undefined {
  const value = initializer && withoutAssertions(initializer);
  if (!value) return undefined;
  if (isIdentifier(value)) return withNames(kept, form, { name: value.text, isMember: false });
  const member = memberName(value);
  if (member !== undefined) return withNames(kept, form, { name: member, isMember: true });
  const bound = boundBy(value);
  return bound && heldAs(kept, form, bound);
}

function withNames(kept: Node | undefined, form: 'free' | 'member', held: Pick<HeldName, 'name' | 'isMember'>): HeldName | undefined {
  const name = nameOf(kept);
  if (name === undefined) return undefined;
  return { ...held, freeNames: form === 'free' ? [name] : [], memberNames: form === 'member' ? [name] : [] };
}

const nameOf = (node: Node | undefined): string | undefined =>
  node && (isIdentifier(node) || isStringLiteral(node)) ? node.text : undefined;
