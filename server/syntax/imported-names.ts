/** The names that a file takes from others, and those under which it passes names on. */

import {
  isBinaryExpression,
  isCallExpression,
  isExportAssignment,
  isExportDeclaration,
  isExpressionStatement,
  isIdentifier,
  isImportDeclaration,
  isNamedExports,
  isNamespaceImport,
  isObjectBindingPattern,
  isVariableStatement,
  type ImportDeclaration,
  type SourceFile,
  type Statement,
  type VariableDeclaration,
} from './ast.ts';
import { DEFAULT, exportedName } from './code-names.ts';

export interface Imports {
  /** As the file says them. */
  readonly names: ReadonlySet<string>;
  /** By the name that something is exported by, the names that it has in the file. */
  readonly localsOf: ReadonlyMap<string, readonly string[]>;
}

/** What is declared as `name` also goes by another name. */
export interface Alias {
  readonly name: string;
  readonly as: string;
}

/** The names that a file takes from others, by `import` and `require` at its top level. */
export function importsOf(source: SourceFile): Imports {
  const names = new Set<string>();
  const localsOf = new Map<string, string[]>();
  for (const [name, original] of source.statements.flatMap(one => [...namesTakenBy(one)])) {
    names.add(name);
    if (original !== undefined) localsOf.set(original, [...(localsOf.get(original) ?? []), name]);
  }
  return { names, localsOf };
}

function namesTakenBy(statement: Statement): Iterable<readonly [string, string | undefined]> {
  if (isImportDeclaration(statement)) return imported(statement);
  return isVariableStatement(statement)
    ? statement.declarationList.declarations.flatMap(one => [...required(one)])
    : [];
}

/** `const a = require('m')`, which is the module or what it exports in its place, and `const { a } = require('m')`. */
function* required({ name, initializer }: VariableDeclaration): Iterable<readonly [string, string | undefined]> {
  if (!initializer || !isCallExpression(initializer) || initializer.expression.getText() !== 'require') return;
  if (isIdentifier(name)) yield [name.text, DEFAULT];
  if (!isObjectBindingPattern(name)) return;
  for (const { name: local, propertyName = local } of name.elements) {
    if (!local || !isIdentifier(local) || !propertyName || !isIdentifier(propertyName)) continue;
    yield [local.text, propertyName.text];
  }
}

/** Each imported name, with the name that it was exported by; `undefined` for a whole module. */
function* imported({ importClause }: ImportDeclaration): Iterable<readonly [string, string | undefined]> {
  if (!importClause) return;
  const { name, namedBindings } = importClause;
  if (name) yield [name.text, DEFAULT];
  if (!namedBindings) return;
  if (isNamespaceImport(namedBindings)) yield [namedBindings.name.text, undefined];
  else for (const one of namedBindings.elements) yield [one.name.text, (one.propertyName ?? one.name).text];
}

/** Names that are exported, also from other modules, under another name. */
export function* renamedExports(source: SourceFile): Iterable<Alias> {
  for (const statement of source.statements) {
    yield* assignedExports(statement);
    if (isExportAssignment(statement) && isIdentifier(statement.expression)) {
      yield { name: statement.expression.text, as: DEFAULT };
    }
    if (!isExportDeclaration(statement) || !statement.exportClause || !isNamedExports(statement.exportClause)) continue;
    for (const { name, propertyName } of statement.exportClause.elements) {
      if (propertyName && propertyName.text !== name.text) yield { name: propertyName.text, as: name.text };
    }
  }
}

/** `exports.a = b`, and `module.exports = b` for what the module is in the place of itself. */
function* assignedExports(statement: Statement): Iterable<Alias> {
  const assigned = isExpressionStatement(statement) ? statement.expression : undefined;
  if (!assigned || !isBinaryExpression(assigned) || !isIdentifier(assigned.right)) return;
  const as = exportedName(assigned.left);
  if (as !== undefined && as !== assigned.right.text) yield { name: assigned.right.text, as };
}

const PACKAGE = /^(?:node:)?((?:@[^/]+\/)?[^/.][^/]*)/;

/** A module as it is also called: `fs` for `node:fs`. */
export const withoutScheme = (module: string): string => module.replace(/^node:/, '');

/** What a file imports, as it says so. */
export const specifiersIn = (source: SourceFile): readonly string[] =>
  source.imports.map(specifier => specifier.getText().slice(1, -1));

/** The packages and Node's modules among what a file imports, without `node:` and what follows a package's name. */
export const importedModules = (specifiers: readonly string[]): readonly string[] =>
  specifiers.flatMap(specifier => PACKAGE.exec(specifier)?.[1] ?? []);
