/** Where code runs: the function around a node, and whether it may say `await` there. */

import {
  isArrowFunction,
  isBlock,
  isClassStaticBlockDeclaration,
  isComputedPropertyName,
  isDecorator,
  isExportAssignment,
  isExportDeclaration,
  isFunctionDeclaration,
  isFunctionExpression,
  isGetAccessorDeclaration,
  isIdentifier,
  isImportDeclaration,
  isMethodDeclaration,
  isModuleDeclaration,
  isParameterDeclaration,
  isPropertyDeclaration,
  isSetAccessorDeclaration,
  isSourceFile,
  isTypeReferenceNode,
  isConstructorDeclaration,
  SyntaxKind,
  type ArrowFunction,
  type FunctionDeclaration,
  type FunctionExpression,
  type MethodDeclaration,
  type Node,
  type SourceFile,
  type TypeNode,
  type TypeReferenceNode,
} from './ast.ts';
import { hasModifier } from './modifiers.ts';

/** A function that could be made async, if it is not. */
export type PlainFunction = ArrowFunction | FunctionDeclaration | FunctionExpression | MethodDeclaration;

/**
 * Whether `await` may stand at a place, and if not, what would have to change.
 * https://tc39.es/ecma262/#sec-async-function-definitions, #sec-modules.
 */
export type AwaitContext =
  | { readonly kind: 'async'; readonly function: PlainFunction }
  | { readonly kind: 'module' }
  | { readonly kind: 'sync'; readonly function: PlainFunction }
  /** A constructor, accessor, generator, initialiser, …: no `await`, and no way to allow it. */
  | { readonly kind: 'never' };

const NEVER: AwaitContext = { kind: 'never' };

/** Whether a node is a function that could be async. */
export function isPlainFunction(node: Node): node is PlainFunction {
  return (
    isArrowFunction(node) || isFunctionDeclaration(node) || isFunctionExpression(node) || isMethodDeclaration(node)
  );
}

/** Whether a function is declared as async. */
export function isAsync(fn: PlainFunction): boolean {
  return hasModifier(fn, SyntaxKind.AsyncKeyword);
}

/**
 * Whether a function says by its syntax that its callers wait for a promise: it is async, or annotated as `Promise<…>`.
 */
export const isAwaited = (fn: PlainFunction): boolean =>
  isAsync(fn) || (fn.type !== undefined && isPromiseType(fn.type));

/** Whether a type is written as `Promise<…>`. */
export const isPromiseType = (type: TypeNode): type is TypeReferenceNode =>
  isTypeReferenceNode(type) && isIdentifier(type.typeName) && type.typeName.text === 'Promise';

/** Whether `await` may stand where a node is. */
export function awaitContext(node: Node): AwaitContext {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (isPlainFunction(parent)) {
      // Names and decorators of a method run outside it: the search goes on. Parameters never await.
      if (isComputedPropertyName(child) || isDecorator(child)) continue;
      if (isParameterDeclaration(child)) return NEVER;
      if (isAsync(parent)) return { kind: 'async', function: parent };
      return isGenerator(parent) ? NEVER : { kind: 'sync', function: parent };
    }
    if (isSourceFile(parent)) return isModule(parent) ? { kind: 'module' } : NEVER;
    if (runsItsOwnCode(parent) && !isComputedPropertyName(child) && !isDecorator(child)) return NEVER;
  }
  return NEVER;
}

/** Code that runs neither in the function around it nor in one that can be async. */
function runsItsOwnCode(node: Node): boolean {
  return (
    isConstructorDeclaration(node) ||
    isGetAccessorDeclaration(node) ||
    isSetAccessorDeclaration(node) ||
    isPropertyDeclaration(node) ||
    isClassStaticBlockDeclaration(node) ||
    isModuleDeclaration(node)
  );
}

/** Whether a function is a generator, async or not. */
export function isGenerator(fn: PlainFunction): boolean {
  return !isArrowFunction(fn) && fn.asteriskToken !== undefined;
}

/**
 * An ES module, as far as its text tells. TypeScript files may be modules by configuration: whether they may
 * await is for the type checker to say. CommonJS files cannot await at the top level.
 */
function isModule(file: SourceFile): boolean {
  if (/\.c[jt]s$/.test(file.fileName)) return false;
  if (/\.(?:mjs|m?tsx?)$/.test(file.fileName)) return true;
  return file.statements.some(
    statement =>
      isImportDeclaration(statement) ||
      isExportDeclaration(statement) ||
      isExportAssignment(statement) ||
      hasModifier(statement, SyntaxKind.ExportKeyword),
  );
}

/** Calls `visit` for each node of a function's own code, not for that of functions inside it. */
export function forEachOwnNode(body: Node, visit: (node: Node) => void): void {
  const walk = (node: Node): void => {
    visit(node);
    if (!isPlainFunction(node) && !runsItsOwnCode(node)) node.forEachChild(child => walk(child));
  };
  if (isBlock(body)) body.forEachChild(child => walk(child));
  else walk(body);
}

/** Whether some node of a function's own code passes a test. */
export function someOwnNode(body: Node, test: (node: Node) => boolean): boolean {
  let found = false;
  forEachOwnNode(body, node => {
    found ||= test(node);
  });
  return found;
}
