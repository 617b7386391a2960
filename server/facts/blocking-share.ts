/**
 * A file's share in the search for blocking calls, as text. The search goes by names: all that it saw of a file are the
 * places where names stand that it looked for, and what these are the names of. As long as the shares of files in which
 * bodies changed read as before, and no other file can tell the difference, it finds the same.
 */

import {
  isBindingElement,
  isCallExpression,
  isFunctionLikeDeclaration,
  isIdentifier,
  isObjectLiteralExpression,
  isParameterDeclaration,
  isSpreadAssignment,
  type Expression,
  type Node,
  type ObjectLiteralExpression,
  type SourceFile,
} from '../syntax/ast.ts';
import { CODE_KINDS, type Code, type FileSites, type Site } from '../syntax/call-sites.ts';
import { calleeName } from '../syntax/expressions.ts';
import { isFirstUse } from '../syntax/first-use.ts';
import { specifierOf } from '../syntax/loaded-modules.ts';
import { givenValue, holderName, keepsItsValue } from '../syntax/held-names.ts';
import { isScript } from '../syntax/script-files.ts';
import { argumentIndex } from '../syntax/within.ts';
import type { Asking, SymbolInfo } from '../engine/questions.ts';
import { blockingGraph } from './blocking-graph.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';
import { codePaths } from './blocking-places.ts';
import { calleeSymbol, declared } from './callee.ts';
import { calledFunction } from './held-functions.ts';
import { accessesIn, assignmentsIn, formOf, leadsIn, type Scope } from './leads.ts';
import { mayServe } from './script-only.ts';
import { mentionsIn } from './start-up.ts';

/** What the search has looked for in a program, as text. */
export function* searchScope(knowledge: BlockingKnowledge): Asking<string> {
  const { leads } = yield* blockingGraph(knowledge);
  return JSON.stringify(leads.scope);
}

/**
 * Tells the shares of files in a search.
 * @param scope of that search
 * @param root absolute folder above which names of folders mean nothing
 */
export function searchShares(
  scope: string,
  { takers }: BlockingKnowledge,
  root: string,
): (source: SourceFile) => Asking<string> {
  const { names, found, ...others } = JSON.parse(scope) as Scope;
  const sought = { names: new Set(names), found: new Set(found), ...others };
  return function* (source) {
    const { files } = yield* leadsIn([source], takers);
    return yield* shareOf(files[0]!, sought, root);
  };
}

interface Sought extends Omit<Scope, 'names' | 'found'> {
  readonly names: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
}

function* shareOf(file: FileSites, sought: Sought, root: string): Asking<string> {
  const { source, specifiers, marked, aliases, imports, sitesOf, membersOf, holdersOf } = file;
  const locals = [...imports.localsOf].flatMap(([name, all]) => (sought.names.has(name) ? all : []));
  const isSought = (name: string) => sought.names.has(name) || locals.includes(name);
  const those = <T>(of: ReadonlyMap<string, readonly T[]>) =>
    [...of].flatMap(([name, all]) => (isSought(name) ? all : []));
  const sites = those(sitesOf);
  for (const [name, accessor] of sought.accessors) sites.push(...(yield* accessesIn(file, [name], accessor)));
  const members = those(membersOf);

  const paths = codePaths(file);
  const lines = [
    [isScript(source, root), mayServe(source.text), ...sought.mentions.filter(it => source.text.includes(it))].join(),
    [...specifiers, ...marked, source.text.match(/@(?:non)?blocking/g)?.length].join(),
    ...aliases.filter(({ name }) => isSought(name)).map(({ name, as }) => `${name} as ${as}`),
    ...countsOfMentions(file, isSought),
  ];
  const found = new Set(sites.filter(site => sought.found.has(formOf(site))));
  for (const code of codesAround([...found], members, file)) lines.push(yield* codeLine(code, paths));
  for (const site of sites) {
    const what = found.has(site) ? yield* siteLine(site) : '';
    lines.push(`${paths.get(site.within)} ${site.name} ${site.form} ${site.use} ${what}`);
  }
  for (const { node, name, isMember, freeNames, memberNames } of those(holdersOf)) {
    lines.push(`${name} ${isMember} ${freeNames.join()} ${memberNames.join()} ${yield* holderText(node)}`);
  }
  for (const name of sought.fields) {
    for (const { left, right } of yield* assignmentsIn(file, name)) {
      lines.push(`${name} ${yield* symbolText(yield* calleeSymbol(left))} = ${right.getText()}`);
    }
  }
  return lines.join('\n');
}

/** What a holder keeps, or what may replace it: for a parameter, its function. */
function* holderText(holder: Node): Asking<string> {
  if (keepsItsValue(holder)) return yield* symbolText(yield* calledFunction(holderName(holder) as Expression));
  const value = yield* symbolText(yield* calledFunction(givenValue(holder)!));
  if (!isParameterDeclaration(holder) && !isBindingElement(holder)) return value;
  let fn: Node = holder;
  while (fn.parent && !isFunctionLikeDeclaration(fn)) fn = fn.parent;
  return `${value} ${fn.getText()}`;
}

/** The code that sites are in, from the file's own inwards, and what has one of the names. */
function codesAround(sites: readonly Site[], members: readonly Code[], { codes, codeOf }: FileSites): readonly Code[] {
  const found = new Set<Node>();
  for (const { node } of [...sites.map(({ within }) => within), ...members]) {
    for (let at = node; at && !found.has(at); at = at.parent) if (codeOf.has(at)) found.add(at);
  }
  return codes.filter(({ node, calledParameters }) => found.has(node) || calledParameters.size > 0);
}

function* codeLine(code: Code, paths: ReadonlyMap<Code, string>): Asking<string> {
  const { node, freeNames, memberNames, accessor, isDeferred, calledParameters, handedTo } = code;
  const called = [...calledParameters].join();
  const names = `${freeNames.join()} ${memberNames.join()} ${accessor} ${isDeferred} ${called}`;
  if (!handedTo) return `${paths.get(code)} ${node.kind} ${names}`;
  const { call } = handedTo;
  const taker = yield* symbolText(yield* calleeSymbol(call.expression));
  return `${paths.get(code)} ${node.kind} ${names} ${argumentIndex(call, node)} ${calleeName(call.expression)} ${taker}`;
}

/** What is asked of a site that the search found. */
function* siteLine({ use, node, call }: Site): Asking<string> {
  const specifier = use === 'loaded' && isCallExpression(node) ? specifierOf(node) : undefined;
  const symbol = specifier ? yield* calleeSymbol(specifier) : yield* calledFunction(node);
  return [isFirstUse(node), ...argumentsOf(call), yield* symbolText(symbol)].join(' ');
}

/** What a call is given, by the kinds of it, and by the names that an object has. */
const argumentsOf = (call: Site['call']): readonly string[] =>
  (call?.arguments ?? []).map(one => `${one.kind}${isObjectLiteralExpression(one) ? namesIn(one) : ''}`);

const namesIn = ({ properties }: ObjectLiteralExpression): string =>
  properties.map(it => (isSpreadAssignment(it) ? '...' : it.name.getText())).join();

function* symbolText(symbol: SymbolInfo | undefined): Asking<string> {
  const texts: string[] = [];
  for (const reference of symbol?.declarations ?? []) {
    const declaration = yield* declared(reference);
    texts.push(declaration ? textOf(declaration) : `${reference.file} ${reference.index}`);
  }
  return [symbol?.name, ...texts].join(' ');
}

/** Where a declaration stands, by names; and what it says, where there may be several in one function. */
function textOf(declaration: Node): string {
  const way: string[] = [];
  let isLocal = false;
  for (let at = declaration; at; at = at.parent) {
    way.push(nameOf(at));
    isLocal ||= at !== declaration && CODE_KINDS.has(at.kind);
  }
  const source = declaration.getSourceFile();
  return `${source.fileName} ${declaration.kind} ${way.join('<')} ${isLocal ? declaration.getText(source) : ''}`;
}

const nameOf = (node: Node): string => {
  const { name } = node as Node & { readonly name?: Node };
  return name && isIdentifier(name) ? name.text : String(node.kind);
};

/** How often the file mentions functions that it declares, imports, or calls as members of what it imports. */
function countsOfMentions(
  { source, codes, imports, sitesOf }: FileSites,
  isSought: (name: string) => boolean,
): readonly string[] {
  const isCalled = ({ form, use }: Site) => form === 'imported' && use === 'called';
  const called = [...sitesOf].flatMap(([name, sites]) => (sites.some(isCalled) ? [name] : []));
  const own = codes.flatMap(({ freeNames }) => freeNames);
  const known = new Set([...own, ...imports.localsOf.keys(), ...called].filter(isSought));
  return [...known].map(name => `${name} ${mentionsIn(source.text, name)}`);
}
