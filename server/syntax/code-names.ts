/** The names by which code can be called from elsewhere. */

import {
  isArrowFunction,
  isBinaryExpression,
  isCallExpression,
  isClassLikeDeclaration,
  isComputedPropertyName,
  isConstructorDeclaration,
  isFunctionDeclaration,
  isFunctionExpression,
  isGetAccessorDeclaration,
  isIdentifier,
  isMethodDeclaration,
  isPrivateIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isSetAccessorDeclaration,
  isStringLiteral,
  isVariableDeclaration,
  SyntaxKind,
  type CallExpression,
  type Expression,
  type NewExpression,
  type Node,
} from './ast.ts';
import { calleeName, parentBeyondParentheses } from './expressions.ts';
import { isAwaited, isGenerator, isPlainFunction } from './functions.ts';
import { hasModifier } from './modifiers.ts';
import { isCodeOfPackage } from './script-files.ts';

export interface CodeNames {
  /** Names in a scope: of functions, variables and, for what a class runs when it is constructed, classes. */
  readonly freeNames: readonly string[];
  /** Names after a dot. */
  readonly memberNames: readonly string[];
  /** Whether it runs when its name is read, or written to. */
  readonly accessor: 'get' | 'set' | undefined;
}

/** The name by which the default export of a module goes. */
export const DEFAULT = 'default';

/** The name by which an assignment to this exports something. */
export function exportedName(target: Expression): string | undefined {
  if (!isPropertyAccessExpression(target)) return undefined;
  const { name, expression: owner } = target;
  if (isIdentifier(owner) && owner.text === 'module' && name.text === 'exports') return DEFAULT;
  return /^(?:module\.)?exports$/.test(owner.getText()) ? name.text : undefined;
}

const NAMELESS: CodeNames = { freeNames: [], memberNames: [], accessor: undefined };

/** The names that code goes by; none for what is only called where it is written. */
export function namesOfCode(node: Node): CodeNames {
  if (isConstructorDeclaration(node)) return { ...NAMELESS, freeNames: classNames(node.parent) };
  if (isPropertyDeclaration(node)) {
    return hasModifier(node, SyntaxKind.StaticKeyword) ? NAMELESS : { ...NAMELESS, freeNames: classNames(node.parent) };
  }
  if (isFunctionDeclaration(node)) return { ...NAMELESS, freeNames: [...nameOf(node.name), ...defaultName(node)] };
  if (isMethodDeclaration(node)) return { ...NAMELESS, memberNames: nameOf(node.name) };
  if (isGetAccessorDeclaration(node)) return { freeNames: [], memberNames: nameOf(node.name), accessor: 'get' };
  if (isSetAccessorDeclaration(node)) return { freeNames: [], memberNames: nameOf(node.name), accessor: 'set' };
  return isArrowFunction(node) || isFunctionExpression(node) ? namesOfHolder(node) : NAMELESS;
}

/**
 * Whether what a function does is not part of what its callers do: they wait for its promise, or for what it yields. An
 * async function is looked at itself, but nobody looks at those of packages: what they do is what their callers do.
 */
export function isDeferred(node: Node): boolean {
  if (!isPlainFunction(node)) return false;
  return isGenerator(node) ? !isCompiledAsync(node) : isAwaited(node) && !isCodeOfPackage(node);
}

/** The body of an async function of a package, as TypeScript writes it for older targets: a generator run at once. */
const isCompiledAsync = (node: Node): boolean =>
  isCallExpression(node.parent) && runsGenerator(node.parent) && isCodeOfPackage(node);

/** Whether a call runs the generator that TypeScript makes of an async function. */
export const runsGenerator = ({ expression }: CallExpression | NewExpression): boolean =>
  calleeName(expression) === '__awaiter';

/** What a function expression is kept in. */
function namesOfHolder(fn: Node): CodeNames {
  const holder = parentBeyondParentheses(fn);
  if (isVariableDeclaration(holder)) return { ...NAMELESS, freeNames: nameOf(holder.name) };
  if (isPropertyAssignment(holder) || isPropertyDeclaration(holder))
    return { ...NAMELESS, memberNames: nameOf(holder.name) };
  if (isBinaryExpression(holder) && isPropertyAccessExpression(holder.left)) {
    const exported = exportedName(holder.left);
    const freeNames = exported === undefined ? [] : [exported];
    return { ...NAMELESS, freeNames, memberNames: exported === DEFAULT ? [] : nameOf(holder.left.name) };
  }
  return holder.kind === SyntaxKind.ExportAssignment ? { ...NAMELESS, freeNames: [DEFAULT] } : NAMELESS;
}

/** A class may be called by the variable that it is kept in. */
export function classNames(type: Node): string[] {
  if (!isClassLikeDeclaration(type)) return [];
  const { parent } = type;
  const variable = isVariableDeclaration(parent) ? nameOf(parent.name) : [];
  return [...nameOf(type.name), ...variable, ...defaultName(type)];
}

const defaultName = (node: Node): string[] => (hasModifier(node, SyntaxKind.DefaultKeyword) ? [DEFAULT] : []);

function nameOf(name: Node | undefined): string[] {
  if (name && isComputedPropertyName(name)) return isStringLiteral(name.expression) ? [name.expression.text] : [];
  return name && (isIdentifier(name) || isStringLiteral(name) || isPrivateIdentifier(name)) ? [name.text] : [];
}
