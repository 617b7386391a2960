/** Modules that are loaded while a program runs, by `import()` and `require()`, found by their names alone. */

import {
  isExportDeclaration,
  isIdentifier,
  isImportDeclaration,
  isStringLiteral,
  SyntaxKind,
  type CallExpression,
  type Expression,
  type NewExpression,
  type SourceFile,
} from './ast.ts';

/** The last part of a path. It begins with a slash, as no name of a function does. */
const nameOf = (path: string): string =>
  `/${path.replace(/\/index(?:\.[^/]*)?$/, '').replace(/^.*\//, '').replace(/\.[^.]*$/, '')}`;

/** The name by which a module of the project may be loaded. */
export const moduleName = ({ fileName }: SourceFile): string => nameOf(fileName);

/** The name of the module that a call loads; `undefined` for other calls. */
export function loadedModule(call: CallExpression | NewExpression): string | undefined {
  const specifier = specifierOf(call);
  return specifier && isStringLiteral(specifier) ? nameOf(specifier.text) : undefined;
}

/** The first argument of `import()` and `require()`. */
export function specifierOf({ expression: callee, arguments: given }: CallExpression | NewExpression): Expression | undefined {
  const loads = callee.kind === SyntaxKind.ImportKeyword || (isIdentifier(callee) && callee.text === 'require');
  return loads ? given?.[0] : undefined;
}

/** The names of the modules that are loaded before a file itself runs. */
export const importedNames = ({ statements }: SourceFile): readonly string[] =>
  statements.flatMap(statement => {
    const from = isImportDeclaration(statement) || isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
    return from && isStringLiteral(from) ? [nameOf(from.text)] : [];
  });
