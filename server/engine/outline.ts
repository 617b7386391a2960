/** What others can know of a module without a look into its functions. */

import { hash } from 'node:crypto';
import {
  isArrowFunction,
  isClassDeclaration,
  isFunctionDeclaration,
  isFunctionExpression,
  isGetAccessorDeclaration,
  isMethodDeclaration,
  isVariableStatement,
  NodeFlags,
  type Node,
  type SourceFile,
  type Statement,
} from '../syntax/ast.ts';

/** A function's body in the text of its module: offsets in UTF-16 code units, and a hash of what is between. */
export type Body = readonly [start: number, end: number, hash: string];

export interface Outline {
  /** A hash of the text without `bodies`. */
  readonly hash: string;
  /** In the order of the text; none lies in another. */
  readonly bodies: readonly Body[];
}

/**
 * A body is cut out where the function says what it returns: then no type outside depends on it. That is not so in
 * JavaScript, where an assignment may declare a property, and where a body mentions a variable of the module
 * that can be assigned, which has an influence on what the variable is known to be elsewhere.
 */
export function outlineOf({ fileName, text, statements }: SourceFile): Outline {
  const functions = /\.[cm]?tsx?$/.test(fileName) ? statements.flatMap(bodiesIn) : [];
  const variables = functions.length > 0 ? namesIn(statements, text) : undefined;
  const bodies: Body[] = [];
  let rest = '';
  let at = 0;
  for (const { pos, end } of functions) {
    const body = text.slice(pos, end);
    if (variables?.test(body)) continue;
    bodies.push([pos, end, hashOf(body)]);
    rest += `${text.slice(at, pos)}\0`;
    at = end;
  }
  return { hash: hashOf(rest + text.slice(at)), bodies };
}

/** Bodies of functions that stand at the top of a module or in a class there. */
function bodiesIn(statement: Statement): Node[] {
  if (isFunctionDeclaration(statement)) return bodyOf(statement);
  if (isClassDeclaration(statement)) {
    return statement.members.flatMap(it => (isMethodDeclaration(it) || isGetAccessorDeclaration(it) ? bodyOf(it) : []));
  }
  if (!isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ initializer: value }) =>
    value && (isArrowFunction(value) || isFunctionExpression(value)) ? bodyOf(value) : [],
  );
}

const bodyOf = ({ type, body }: { readonly type?: Node; readonly body?: Node }): Node[] => (type && body ? [body] : []);

const hashOf = (text: string): string => hash('sha256', text, 'base64').slice(0, 16);

const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;
export const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/** Finds each of the variables by its name, or `undefined` where there are none. */
function namesIn(statements: readonly Statement[], text: string): RegExp | undefined {
  const names = new Set(statements.flatMap(statement => variablesIn(statement, text)));
  const alternatives = [...names].map(name => name.replaceAll('$', '\\$')).join('|');
  const inWord = '[\\p{ID_Continue}$]';
  return names.size > 0 ? new RegExp(`(?<!${inWord})(?:${alternatives})(?!${inWord})`, 'u') : undefined;
}

/** Variables of the module that are not constant; where they are hard to tell, all words that they may be among. */
function variablesIn(statement: Statement, text: string): readonly string[] {
  if (isVariableStatement(statement)) {
    const { flags, declarations } = statement.declarationList;
    return flags & NodeFlags.Const ? [] : declarations.flatMap(({ name }) => wordsOf(text.slice(name.pos, name.end)));
  }
  // A `var` in a block is the module's as well; what functions and classes declare is their own.
  if (isFunctionDeclaration(statement) || isClassDeclaration(statement)) return [];
  const words = wordsOf(text.slice(statement.pos, statement.end));
  return words.includes('let') || words.includes('var') ? words : [];
}
