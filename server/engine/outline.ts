/** What others can know of a module without a look into its functions. */

import {
  isBlock,
  isClassLikeDeclaration,
  isConstructorDeclaration,
  isFunctionDeclaration,
  isInterfaceDeclaration,
  isMethodDeclaration,
  isPropertyDeclaration,
  isSetAccessorDeclaration,
  isVariableDeclarationList,
  SyntaxKind,
  type Node,
  type SourceFile,
  type Statement,
} from '../syntax/ast.ts';
import { isTypeScript } from '../syntax/type-checked.ts';
import { areConstant } from '../syntax/variable-lists.ts';
import { anyOf, wordsOf } from '../syntax/words.ts';
import { nodesOfKinds, outermostOfKinds } from './node-table.ts';
import { hashOf } from './text-hash.ts';

/** A function's body in the text of its module: offsets in UTF-16 code units, and a hash of what is between. */
export type Body = readonly [start: number, end: number, hash: string];

export interface Outline {
  /** A hash of the text without `bodies`, and without remarks above declarations. */
  readonly hash: string;
  /** In the order of the text; none lies in another. */
  readonly bodies: readonly Body[];
}

export interface OutlineFound {
  readonly outline: Outline;
  /** The functions whose bodies these are. */
  readonly functions: readonly Node[];
  /** The functions among those whose bodies were cut out that do not say what they return. */
  readonly unsaid: readonly Node[];
}

interface Runnable extends Node {
  readonly type?: Node;
  readonly body?: Node;
  readonly asteriskToken?: Node;
}

export const FUNCTIONS = new Set([
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.FunctionExpression,
  SyntaxKind.ArrowFunction,
  SyntaxKind.MethodDeclaration,
  SyntaxKind.Constructor,
  SyntaxKind.GetAccessor,
  SyntaxKind.SetAccessor,
]);

const HERITAGE = new Set([SyntaxKind.HeritageClause]);
const RETURNS = new Set([...FUNCTIONS, SyntaxKind.ReturnStatement]);
const LISTS = new Set([...FUNCTIONS, SyntaxKind.VariableDeclarationList]);

/**
 * A body is cut out where others see of it, at most, what the function returns. That is not so in JavaScript, where an
 * assignment may declare a property; where a body mentions a variable of the module that can be assigned, which has an
 * influence on what the variable is known to be elsewhere; where a constructor tells the types of properties; and where
 * a class in it extends or implements what others call the methods of.
 */
export function outlineOf(source: SourceFile): OutlineFound {
  let found = known.get(source);
  if (!found) known.set(source, (found = findOutline(source)));
  return found;
}

const known = new WeakMap<SourceFile, OutlineFound>();

function findOutline(source: SourceFile): OutlineFound {
  const { text, statements } = source;
  const functions: Runnable[] = isTypeScript(source) ? outermostOfKinds(source, FUNCTIONS) : [];
  const variables = functions.length > 0 ? anyOf(statements.flatMap(it => variablesIn(it, source))) : undefined;
  const bodies: Body[] = [];
  const cutOut: Node[] = [];
  const unsaid: Node[] = [];
  for (const fn of functions) {
    if (fn.body === undefined || givesTypesToProperties(fn)) continue;
    const { pos, end } = fn.body;
    const body = text.slice(pos, end);
    const saysWhatItReturns = hasOwnType(fn) || returnsNothing(fn, body);
    if (variables?.test(body) || (DECLARES_SUBTYPE.test(body) && hasSubtype(fn.body, source))) continue;
    if (!saysWhatItReturns && DECLARES_TYPE.test(body) && returnsValues(fn, source)) continue;
    bodies.push([pos, end, hashOf(body)]);
    cutOut.push(fn);
    if (!saysWhatItReturns) unsaid.push(fn);
  }
  const cuts = [...bodies, ...remarksIn(statements, text)].toSorted((one, other) => one[0] - other[0]);
  let rest = '';
  let at = 0;
  for (const [start, end] of cuts) {
    if (start < at) continue;
    rest += `${text.slice(at, start)}\0`;
    at = end;
  }
  return { outline: { hash: hashOf(rest + text.slice(at)), bodies }, functions: cutOut, unsaid };
}

const hasOwnType = (fn: Runnable): boolean =>
  fn.type !== undefined || isConstructorDeclaration(fn) || isSetAccessorDeclaration(fn);

/** Whether a function is known to return nothing. What others than these return without a value may be `never`. */
function returnsNothing(fn: Runnable, body: string): boolean {
  if (fn.asteriskToken || RETURNS_VALUE.test(body)) return false;
  return isFunctionDeclaration(fn) || (isMethodDeclaration(fn) && isClassLikeDeclaration(fn.parent));
}

const RETURNS_VALUE = /\breturn\b(?!\s*[;}])/;

/** Whether the function's own code, without that of others in it, returns values, or may yield them. */
function returnsValues(fn: Runnable, source: SourceFile): boolean {
  if (!fn.body || !isBlock(fn.body) || fn.asteriskToken) return true;
  const parts = outermostOfKinds(source, RETURNS, fn.body) as readonly (Node & { readonly expression?: Node })[];
  return parts.some(({ kind, expression }) => kind === SyntaxKind.ReturnStatement && expression);
}

/** Types that have no place outside may look alike by their names. */
const DECLARES_TYPE = /\b(?:class|enum|interface|type)\s/;

/** Its methods may run where those of the other type are called. */
const DECLARES_SUBTYPE = /\bclass\b[^]*\b(?:extends|implements)\s/;

/** The words may also stand in a text. */
const hasSubtype = ({ pos, end }: Node, source: SourceFile): boolean =>
  nodesOfKinds(source, HERITAGE, (start, stop) => pos <= start && stop <= end).length > 0;

function givesTypesToProperties(fn: Runnable): boolean {
  if (!isConstructorDeclaration(fn) || !isClassLikeDeclaration(fn.parent)) return false;
  return fn.parent.members.some(it => isPropertyDeclaration(it) && !it.type && !it.initializer);
}

/** What is written above declarations, where it is for people only: tags and directives are for tools. */
function remarksIn(statements: readonly Statement[], text: string): [start: number, end: number][] {
  const membersOf = (it: Node): readonly Node[] =>
    isClassLikeDeclaration(it) || isInterfaceDeclaration(it) ? it.members : [];
  return [...statements, ...statements.flatMap(membersOf)].flatMap(node => {
    const start = node.getStart();
    return /@|\/\/\//.test(text.slice(node.pos, start)) ? [] : [[node.pos, start]];
  });
}

/** Variables of the module that are not constant, and of blocks in its own code. */
function variablesIn(statement: Statement, source: SourceFile): readonly string[] {
  // What functions and classes declare is their own.
  if (isFunctionDeclaration(statement) || isClassLikeDeclaration(statement)) return [];
  const lists = outermostOfKinds(source, LISTS, statement).filter(isVariableDeclarationList);
  const assignable = lists.filter(list => !areConstant(list));
  return assignable.flatMap(({ declarations }) =>
    declarations.flatMap(({ name }) => wordsOf(source.text.slice(name.pos, name.end))),
  );
}
