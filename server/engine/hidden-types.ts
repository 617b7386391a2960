/**
 * Types whose texts do not tell which they are: a module declares them for itself, and the compiler prints only their
 * names.
 */

import {
  isClassLikeDeclaration,
  isEnumDeclaration,
  isInterfaceDeclaration,
  isModuleDeclaration,
  isTypeAliasDeclaration,
  SyntaxKind,
  type SourceFile,
  type Statement,
} from '../syntax/ast.ts';
import { hasModifier } from '../syntax/modifiers.ts';
import { wordsOf } from '../syntax/words.ts';

/** The names that a file has for such types, and for namespaces in which they are; of those declared twice, twice. */
export function hiddenTypesIn(source: SourceFile): readonly string[] {
  let names = known.get(source);
  if (!names) known.set(source, (names = findHiddenTypes(source)));
  return names;
}

const known = new WeakMap<SourceFile, readonly string[]>();

const findHiddenTypes = ({ statements, text }: SourceFile): readonly string[] =>
  statements.flatMap(statement => {
    const inside = isModuleDeclaration(statement) ? text.slice(statement.name.end, statement.end).matchAll(INSIDE) : [];
    return [
      ...(hasModifier(statement, SyntaxKind.ExportKeyword) ? [] : namesOf(statement)),
      ...Array.from(inside, match => match[1]!),
    ];
  });

function namesOf(statement: Statement): readonly string[] {
  const isType = isInterfaceDeclaration(statement) || isTypeAliasDeclaration(statement) || isEnumDeclaration(statement);
  const { name } = isType || isClassLikeDeclaration(statement) || isModuleDeclaration(statement) ? statement : {};
  return name ? [name.text] : [];
}

/** What a namespace declares for itself alone. */
const INSIDE = /(?<!\bexport\s+(?:abstract\s+|declare\s+)*)\b(?:class|enum|interface|type)\s+([\p{ID_Continue}$]+)/gu;

/** Names of types in the text of one, and of some parameters; of namespaces, where the types are in such. */
export function bareNames(text: string): readonly string[] {
  const rest = text.replace(STRINGS, "''").replace(QUALIFIED, '0').replace(PATTERNS, '0').replace(MEMBERS, '0');
  return wordsOf(rest.replace(FURTHER_PARTS, '')).filter(word => !KEYWORDS.has(word));
}

const STRINGS = /"(?:[^"\\]|\\.)*"/g;
const QUALIFIED = /import\(''\)(?:\.[\p{ID_Continue}$]+)*/gu;
/** Parameters that are taken apart. */
const PATTERNS = /[{[][\p{ID_Continue}$,.\s]*[}\]](?=:)/gu;
const MEMBERS = /[\p{ID_Continue}$]+(?=\??:|\()/gu;
const FURTHER_PARTS = /\.[\p{ID_Continue}$]+/gu;

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'abstract any asserts bigint boolean const extends false get in infer is keyof never new null number object out ' +
    'readonly set string symbol this true typeof undefined unique unknown void'
  ).split(' '),
);
