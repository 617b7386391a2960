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
export function importName(source: SourceFile, neighbour: string, module: string, name: string): ImportedName | undefined {
  const beside = source.statements.find(statement => bindings(statement)?.names.includes(neighbour));
  const style = beside && bindings(beside);
  if (!style) return undefined;
  const bare = module.replace(/^node:/, '');
  return (
    inImports(source, bare, name) ??
    newImport(source, beside, { style, specifier: style.specifier.startsWith('node:') ? module : bare, name })
  );
}

interface Bindings {
  readonly names: readonly string[];
  readonly specifier: string;
  readonly how: 'import' | 'require';
}

/** What `import { a } from 'm'` and `const { a } = require('m')` bring into a file. */
function bindings(statement: Statement): Bindings | undefined {
  if (isImportDeclaration(statement)) {
    const named = statement.importClause?.namedBindings;
    if (!named || !isNamedImports(named) || !isStringLiteral(statement.moduleSpecifier)) return undefined;
    return { names: named.elements.map(one => one.name.text), specifier: statement.moduleSpecifier.text, how: 'import' };
  }
  if (!isVariableStatement(statement)) return undefined;
  const [declaration] = statement.declarationList.declarations;
  const call = declaration?.initializer;
  if (!call || !isCallExpression(call) || call.expression.getText() !== 'require') return undefined;
  const [specifier] = call.arguments;
  if (!isObjectBindingPattern(declaration.name) || !specifier || !isStringLiteral(specifier)) return undefined;
  const names = declaration.name.elements.flatMap(({ name }) => (name && isIdentifier(name) ? [name.text] : []));
  return { names, specifier: specifier.text, how: 'require' };
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
  isStringLiteral(moduleSpecifier) && moduleSpecifier.text.replace(/^node:/, '') === bare;

interface NewImport {
  readonly style: Bindings;
  readonly specifier: string;
  readonly name: string;
}

/** Where the name is taken the whole module is imported: `fsPromises` for `fs/promises`. */
function newImport(source: SourceFile, beside: Statement, { style, specifier, name }: NewImport): ImportedName | undefined {
  const whole = specifier.replace(/^node:/, '').replace(/[^\w$]+(\w)/g, (_, letter: string) => letter.toUpperCase());
  const local = [name, whole].find(one => isFree(source, one));
  if (local === undefined) return undefined;
  const { quote, semicolon } = styleOf(beside);
  const from = `${quote}${specifier}${quote}`;
  const isWhole = local !== name;
  const line =
    style.how === 'import'
      ? `import ${isWhole ? `* as ${local}` : `{ ${local} }`} from ${from}`
      : `const ${isWhole ? local : `{ ${local} }`} = require(${from})`;
  const restOfLine = /^[^\r\n]*/.exec(source.text.slice(beside.end))![0];
  const edits = [insertAt(beside, beside.end + restOfLine.length, `\n${line}${semicolon}`)];
  return { text: isWhole ? `${local}.${name}` : local, edits };
}

/** Whether nothing in a file goes by a name, in whatever scope. */
const isFree = ({ text }: SourceFile, name: string): boolean =>
  !new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(text);
