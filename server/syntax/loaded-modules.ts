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

/**
 * By which a module is imported or loaded, wherever from: the name of its file without extension, or of its folder. It
 * begins with a slash, as no name of a function does.
 */
export const nameOfModule = (path: string): string =>
  `/${path.replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '').replace(/^.*\//, '')}`;

/** By which others import or load a file: see `nameOfModule`. */
export const moduleName = ({ fileName }: SourceFile): string => nameOfModule(fileName);

/** The name of the module that a call loads; `undefined` for other calls. */
export function loadedModule(call: CallExpression | NewExpression): string | undefined {
  const specifier = specifierOf(call);
  return specifier && isStringLiteral(specifier) ? nameOfModule(specifier.text) : undefined;
}

/** The first argument of `import()` and `require()`. */
export function specifierOf(call: CallExpression | NewExpression): Expression | undefined {
  const callee = call.expression;
  const loads = callee.kind === SyntaxKind.ImportKeyword || (isIdentifier(callee) && callee.text === 'require');
  return loads ? call.arguments?.[0] : undefined;
}

/** The names of the modules that are loaded before a file itself runs. */
export const importedNames = ({ statements }: SourceFile): readonly string[] =>
  statements.flatMap(statement => {
    const from =
      isImportDeclaration(statement) || isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
    return from && isStringLiteral(from) ? [nameOfModule(from.text)] : [];
  });
