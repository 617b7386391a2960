/** Makes a function of a module usable in a file: by an import that is there, or by one in the file's style. */

import {
  isCallExpression,
  isIdentifier,
  isImportDeclaration,
  isNamedImports,
  isNamespaceImport,
  isObjectBindingPattern,
  isStringLiteral,
  isVariableStatement,
  SyntaxKind,
  type ImportDeclaration,
  type SourceFile,
  type Statement,
} from '../syntax/ast.ts';
import { withoutScheme } from '../syntax/imported-names.ts';
import { wholeWord } from '../syntax/words.ts';
import { insertAfter, insertAt, type DraftEdit } from './draft.ts';
import { styleOf } from './style.ts';

export interface ImportedName {
  /** How the file calls it. */
  readonly text: string;
  readonly edits: readonly DraftEdit[];
}

/**
 * @param neighbour a name that the file takes from a module: the new import stands beside it and looks like it
 * @returns `undefined` where the file does not import `neighbour` at its top level, or no name is free
 */
export function importName(
  source: SourceFile,
  neighbour: string,
  module: string,
  name: string,
): ImportedName | undefined {
  const beside = importOf(source, neighbour);
  const style = beside && bindings(beside);
  if (!style) return undefined;
  const bare = withoutScheme(module);
  return (
    inImports(source, bare, name) ??
    newImport(source, beside, { style, specifier: style.specifier.startsWith('node:') ? module : bare, name })
  );
}

/** The statement at the top level of a file that takes a name from a module. */
export const importOf = (source: SourceFile, name: string): Statement | undefined =>
  source.statements.find(statement => bindings(statement)?.names.includes(name));

/** The last of the imports that follow one another from one on. */
export function lastImportFrom(source: SourceFile, first: Statement): Statement {
  const from = source.statements.indexOf(first);
  const next = source.statements.findIndex((one, index) => index > from && !isImportDeclaration(one) && !bindings(one));
  return source.statements.at(next < 0 ? -1 : next - 1)!;
}

/** The module, as it is written, that a name of a file stands for as a whole. */
export function wholeModule(source: SourceFile, name: string): string | undefined {
  const beside = importOf(source, name);
  const { whole, specifier } = (beside && bindings(beside)) ?? {};
  return whole === name ? specifier : undefined;
}

interface Bindings {
  readonly names: readonly string[];
  /** Which of the names stands for all of the module. */
  readonly whole: string | undefined;
  readonly specifier: string;
  readonly how: 'import' | 'require';
}

/** What `import a, { b } from 'm'`, `import * as a from 'm'` and `require('m')` bring into a file. */
function bindings(statement: Statement): Bindings | undefined {
  if (isImportDeclaration(statement)) {
    const { importClause, moduleSpecifier } = statement;
    if (!importClause || !isStringLiteral(moduleSpecifier)) return undefined;
    const { name, namedBindings: named } = importClause;
    const others = named && isNamedImports(named) ? named.elements.map(one => one.name) : [];
    const whole = named && isNamespaceImport(named) ? named.name : name;
    const names = [name, whole, ...others].flatMap(one => one?.text ?? []);
    return { names, whole: whole?.text, specifier: moduleSpecifier.text, how: 'import' };
  }
  if (!isVariableStatement(statement)) return undefined;
  const [declaration] = statement.declarationList.declarations;
  const call = declaration?.initializer;
  if (!call || !isCallExpression(call) || call.expression.getText() !== 'require') return undefined;
  const [specifier] = call.arguments;
  if (!specifier || !isStringLiteral(specifier)) return undefined;
  const { name: bound } = declaration;
  const elements = isObjectBindingPattern(bound) ? bound.elements.map(({ name }) => name) : [bound];
  const names = elements.flatMap(name => (name && isIdentifier(name) ? [name.text] : []));
  return { names, whole: isIdentifier(bound) ? bound.text : undefined, specifier: specifier.text, how: 'require' };
}

function inImports(source: SourceFile, bare: string, name: string): ImportedName | undefined {
  const imports = source.statements.filter(isImportDeclaration).filter(one => isOf(one, bare));
  for (const { importClause } of imports) {
    const named = importClause?.namedBindings;
    if (!importClause || importClause.phaseModifier === SyntaxKind.TypeKeyword) continue;
    if (importClause.name) return { text: `${importClause.name.text}.${name}`, edits: [] };
    if (named && isNamespaceImport(named)) return { text: `${named.name.text}.${name}`, edits: [] };
    if (!named || !isNamedImports(named)) continue;
    const known = named.elements.find(one => !one.isTypeOnly && (one.propertyName ?? one.name).text === name);
    if (known) return { text: known.name.text, edits: [] };
    const last = named.elements.at(-1);
    if (last && isFree(source, name)) return { text: name, edits: [insertAfter(last, `, ${name}`)] };
  }
  return undefined;
}

const isOf = ({ moduleSpecifier }: ImportDeclaration, bare: string): boolean =>
  isStringLiteral(moduleSpecifier) && withoutScheme(moduleSpecifier.text) === bare;

interface NewImport {
  readonly style: Bindings;
  readonly specifier: string;
  readonly name: string;
}

/** Where the name is taken the whole module is imported: `fsPromises` for `fs/promises`. */
function newImport(
  source: SourceFile,
  beside: Statement,
  { style, specifier, name }: NewImport,
): ImportedName | undefined {
  const whole = withoutScheme(specifier).replace(/[^\w$]+(\w)/g, (_, letter: string) => letter.toUpperCase());
  const local = [name, whole].find(one => isFree(source, one));
  if (local === undefined) return undefined;
  const { quote, semicolon } = styleOf(beside);
  const from = `${quote}${specifier}${quote}`;
  const isWhole = local !== name;
  const line =
    style.how === 'import'
      ? `import ${isWhole ? `* as ${local}` : `{ ${local} }`} from ${from}`
      : `const ${isWhole ? local : `{ ${local} }`} = require(${from})`;
  const edits = [insertBelow(beside, `\n${line}${semicolon}`)];
  return { text: isWhole ? `${local}.${name}` : local, edits };
}

/** Behind what else stands in the last line of a statement. */
export function insertBelow(statement: Statement, text: string): DraftEdit {
  const restOfLine = /^[^\r\n]*/.exec(statement.getSourceFile().text.slice(statement.end))![0];
  return insertAt(statement, statement.end + restOfLine.length, text);
}

const SPECIFIER = /\b(?:from|import|require\()\s*(?:'[^'\n]*'|"[^"\n]*")/g;

/** Whether nothing in a file goes by a name, in whatever scope. */
export const isFree = ({ text }: SourceFile, name: string): boolean =>
  !new RegExp(`(?<!\\.)${wholeWord(name)}`, 'u').test(text.replace(SPECIFIER, ''));
