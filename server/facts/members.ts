/** Functions and members that knowledge packs name, found by their declaration. */

import { ask, type Asking, type SymbolInfo, type TypeInfo } from '../engine/questions.ts';
import {
  isClassDeclaration,
  isIdentifier,
  isInterfaceDeclaration,
  isPropertySignatureDeclaration,
  isTypeAliasDeclaration,
  isTypeLiteralNode,
  isVariableDeclaration,
  SyntaxKind,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import { modulesOf } from './origin.ts';

/** Names in a module: `ok` is a function, `Response.json` a member of a type, class or object of that name. */
export interface NamedIn {
  /** A name that `modulesOf` gives. */
  readonly module: string;
  readonly names: readonly string[];
}

type Packs<List extends string> = readonly (Pick<NamedIn, 'module'> & { readonly [K in List]?: readonly string[] })[];

const known = new WeakMap<object, Map<string, readonly NamedIn[]>>();

/** What packs say in one of their lists; those that say nothing are left out. Asked for at every call: kept. */
export function namesIn<List extends string>(packs: Packs<List>, list: List): readonly NamedIn[] {
  let lists = known.get(packs);
  if (!lists) known.set(packs, (lists = new Map()));
  let names = lists.get(list);
  if (!names) {
    names = packs.flatMap(pack => (pack[list] ? [{ module: pack.module, names: pack[list] }] : []));
    lists.set(list, names);
  }
  return names;
}

/** Whether something called by this name can be one of these: looked at before types are asked for. */
export function mayBeOneOf(name: string | undefined, named: readonly NamedIn[]): boolean {
  return named.some(({ names }) => names.some(one => lastPart(one) === name));
}

/** The types that have a member of this name among these: `Response` for `json` and `Response.json`. */
export const ownersOf = (member: string, named: readonly NamedIn[]): readonly NamedIn[] =>
  named.flatMap(({ module, names }) => {
    const owners = names.filter(name => name.endsWith(`.${member}`)).map(name => name.slice(0, -member.length - 1));
    return owners.length > 0 ? [{ module, names: owners }] : [];
  });

/** Whether a symbol is one of these, by the place and the name of its declaration. */
export function* isOneOf(symbol: SymbolInfo, named: readonly NamedIn[]): Asking<boolean> {
  const candidates = named.filter(({ names }) => names.some(name => lastPart(name) === symbol.name));
  if (candidates.length === 0) return false;
  for (const declaration of symbol.declarations) {
    const modules = yield* modulesOf(declaration);
    const inModule = candidates.filter(({ module }) => modules.includes(module));
    if (inModule.length === 0) continue;
    const owner = ownerOf(yield* ask('node', declaration));
    const name = owner ? `${owner}.${symbol.name}` : symbol.name;
    if (inModule.some(({ names }) => names.includes(name))) return true;
  }
  return false;
}

/**
 * Whether a variable holds one of these, as after `const test = nodeTest.test` and `const { refetch } = useQuery()`.
 */
export function* holdsOneOf(variable: Expression, named: readonly NamedIn[]): Asking<boolean> {
  const name = withoutAssertions(variable);
  const type = isIdentifier(name) ? yield* ask('typeAt', name) : undefined;
  return type !== undefined && (yield* isTypeOf(type, named));
}

/** Whether a type has the name of one of these, or is written as that of one of these members. */
export function* isTypeOf(type: TypeInfo, named: readonly NamedIn[]): Asking<boolean> {
  const alias = type.aliasSymbol ? yield* ask('aliasOfType', type) : undefined;
  if (alias && (yield* isOneOf(alias, named))) return true;
  const symbol = type.symbol ? yield* ask('symbolOfType', type) : undefined;
  return symbol !== undefined && ((yield* isOneOf(symbol, named)) || (yield* isTypeOfMember(symbol, named)));
}

function* isTypeOfMember(type: SymbolInfo, named: readonly NamedIn[]): Asking<boolean> {
  for (const declaration of type.declarations) {
    if (declaration.kind !== SyntaxKind.FunctionType) continue;
    const modules = yield* modulesOf(declaration);
    const inModule = named.filter(({ module }) => modules.includes(module));
    const member = inModule.length > 0 ? (yield* ask('node', declaration))?.parent : undefined;
    if (!member || !isPropertySignatureDeclaration(member)) continue;
    const name = `${ownerOf(member)}.${member.name.getText()}`;
    if (inModule.some(({ names }) => names.includes(name))) return true;
  }
  return false;
}

/** `read` of `Store.read`. */
export const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** The type, class or typed variable that a member is declared in, with a name. */
function ownerOf(member: Node | undefined): string | undefined {
  const holder = member?.parent;
  if (!holder) return undefined;
  if (isInterfaceDeclaration(holder) || isClassDeclaration(holder)) return holder.name?.text;
  const { parent } = holder;
  if (!isTypeLiteralNode(holder) || !(isVariableDeclaration(parent) || isTypeAliasDeclaration(parent)))
    return undefined;
  return isIdentifier(parent.name) ? parent.name.text : undefined;
}
