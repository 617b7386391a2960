/** A variable that is given a value where it is declared, and where its name is used. */

import {
  isBinaryExpression,
  isBindingElement,
  isCaseClause,
  isClassLikeDeclaration,
  isDefaultClause,
  isFunctionLikeDeclaration,
  isIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isSourceFile,
  isTypeNode,
  isVariableStatement,
  SyntaxKind,
  type Block,
  type Expression,
  type Identifier,
  type Node,
  type SourceFile,
  type VariableDeclaration,
} from './ast.ts';
import { withoutAssertions } from './promise-parts.ts';
import { isWithin } from './within.ts';

export interface LocalVariable {
  readonly name: Identifier;
  readonly declaration: VariableDeclaration;
  /** What it begins with. */
  readonly value: Expression;
  /** The code that it lives in: a function's body, or a module. */
  readonly body: Block | Expression | SourceFile;
}

export interface Uses {
  /** Identifiers in the variable's own code that read it, or may: another variable of that name counts. */
  readonly reads: ReadonlySet<Node>;
  /** Whether a function or a class within that code uses it. */
  readonly isCaptured: boolean;
}

/** `undefined` for patterns, exports, and variables without a value. */
export function localVariable(declaration: VariableDeclaration): LocalVariable | undefined {
  const { name, initializer } = declaration;
  if (!initializer || !isIdentifier(name)) return undefined;
  const statement = declaration.parent.parent;
  if (isVariableStatement(statement) && statement.modifiers) return undefined;
  const body = bodyAround(declaration);
  return body && { name, declaration, value: withoutAssertions(initializer), body };
}

function bodyAround(node: Node): Block | Expression | SourceFile | undefined {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (isSourceFile(parent)) return parent;
    if (isFunctionLikeDeclaration(parent))
      return (parent as { body?: Node }).body === child ? (child as Block) : undefined;
    if (isClassLikeDeclaration(parent)) return undefined;
  }
  return undefined;
}

/** What may lead elsewhere, or let other code run, before the variable is used. */
const TURN = /\b(?:await|break|case|catch|continue|for|if|return|switch|throw|while|yield)\b|\?|&&|\|\|/;
/** The `await` of the use itself. */
const OWN_AWAIT = /\b(?:return\s+)?(?:await\s*)?(?:Promise\.\w+\(\[?)?$/;

/** Whether nothing can happen between the declaration and the first use, by a look at the text alone. */
export function isUsedAtOnce({ name, declaration, body }: LocalVariable): boolean {
  const { text } = body.getSourceFile();
  const use = positionOf(name.text, text, declaration.end, body.end);
  return use !== undefined && !TURN.test(text.slice(declaration.end, use).replace(OWN_AWAIT, ''));
}

/**
 * Where a name next stands by itself, before `end`. Every declaration comes by here: no expression is made for each.
 */
function positionOf(name: string, text: string, start: number, end: number): number | undefined {
  for (let at = text.indexOf(name, start); at >= 0 && at < end; at = text.indexOf(name, at + 1)) {
    if (!/[\w$.]/.test(text[at - 1]!) && !/[\w$]/.test(text[at + name.length] ?? '')) return at;
  }
  return undefined;
}

/** Where a variable is used. */
export function usesOf({ name, declaration }: LocalVariable): Uses {
  const reads = new Set<Node>();
  let isCaptured = false;
  const visit = (node: Node, isNested: boolean): void => {
    if (isTypeNode(node)) return;
    if (isIdentifier(node) && node.text === name.text && node !== name && isRead(node)) {
      if (isNested) isCaptured = true;
      else reads.add(node);
    }
    const isOtherCode = isFunctionLikeDeclaration(node) || isClassLikeDeclaration(node);
    node.forEachChild(child => visit(child, isNested || isOtherCode));
  };
  scopeOf(declaration).forEachChild(child => visit(child, false));
  return { reads, isCaptured };
}

/** Where the name is known. That of a `var` is known in the whole function, but hardly anybody uses that. */
function scopeOf(declaration: VariableDeclaration): Node {
  let scope: Node = declaration.parent.parent;
  if (isVariableStatement(scope)) scope = scope.parent;
  return isCaseClause(scope) || isDefaultClause(scope) ? scope.parent : scope;
}

function isRead(name: Identifier): boolean {
  const { parent } = name;
  if (isPropertyAccessExpression(parent)) return parent.name !== name;
  if (isPropertyAssignment(parent)) return parent.name !== name;
  if (isBindingElement(parent)) return parent.propertyName !== name;
  if (isBinaryExpression(parent)) return parent.left !== name || parent.operatorToken.kind !== SyntaxKind.EqualsToken;
  return !isFunctionLikeDeclaration(parent) || (parent as { name?: Node }).name !== name;
}

/** Whether one of these nodes of the same file is within `node`. */
export function contains(node: Node, wanted: ReadonlySet<Node>): boolean {
  for (const one of wanted) if (isWithin(one, node)) return true;
  return false;
}

