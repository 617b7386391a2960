/** Functions and members that knowledge packs name, found by their declaration. */

import { ask, type Asking, type NodeRef, type SymbolInfo } from '../engine/questions.ts';
import {
  isClassDeclaration,
  isIdentifier,
  isInterfaceDeclaration,
  isTypeLiteralNode,
  isVariableDeclaration,
  type Node,
} from '../syntax/ast.ts';
import { ambientModuleOf, originOf, packageOf } from './origin.ts';

/** Names in a module: `ok` is a function, `Response.json` a member of a type, class or object of that name. */
export interface NamedIn {
  /** As people import it; `lib` for TypeScript's own library. */
  readonly module: string;
  readonly names: readonly string[];
}

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

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function* modulesOf(declaration: NodeRef): Asking<readonly (string | undefined)[]> {
  if (originOf(declaration).kind === 'lib') return ['lib'];
  return [packageOf(declaration), yield* ambientModuleOf(declaration)];
}

/** The type, class or typed variable that a member is declared in. */
function ownerOf(member: Node | undefined): string | undefined {
  const holder = member?.parent;
  if (!holder) return undefined;
  if (isInterfaceDeclaration(holder) || isClassDeclaration(holder)) return holder.name?.text;
  if (!isTypeLiteralNode(holder) || !isVariableDeclaration(holder.parent)) return undefined;
  return isIdentifier(holder.parent.name) ? holder.parent.name.text : undefined;
}
