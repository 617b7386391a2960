/** The names that a file takes from others, and those under which it passes names on. */

import {
  isExportAssignment,
  isExportDeclaration,
  isIdentifier,
  isImportDeclaration,
  isNamedExports,
  isNamespaceImport,
  type ImportDeclaration,
  type SourceFile,
} from './ast.ts';
import { DEFAULT } from './code-names.ts';

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

export function importsOf(source: SourceFile): Imports {
  const names = new Set<string>();
  const localsOf = new Map<string, string[]>();
  for (const [name, original] of source.statements.filter(isImportDeclaration).flatMap(one => [...imported(one)])) {
    names.add(name);
    if (original !== undefined) localsOf.set(original, [...(localsOf.get(original) ?? []), name]);
  }
  return { names, localsOf };
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
    if (isExportAssignment(statement) && isIdentifier(statement.expression)) {
      yield { name: statement.expression.text, as: DEFAULT };
    }
    if (!isExportDeclaration(statement) || !statement.exportClause || !isNamedExports(statement.exportClause)) continue;
    for (const { name, propertyName } of statement.exportClause.elements) {
      if (propertyName && propertyName.text !== name.text) yield { name: propertyName.text, as: name.text };
    }
  }
}

const PACKAGE = /^(?:node:)?((?:@[^/]+\/)?[^/.][^/]*)/;

/** What a file imports, as it says so. */
export const specifiersIn = (source: SourceFile): readonly string[] =>
  source.imports.map(specifier => specifier.getText().slice(1, -1));

/** The packages and Node's modules among what a file imports, without `node:` and what follows a package's name. */
export const importedModules = (specifiers: readonly string[]): readonly string[] =>
  specifiers.flatMap(specifier => PACKAGE.exec(specifier)?.[1] ?? []);
