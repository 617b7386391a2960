/**
 * Who calls what in a file, by names alone. It does not tell what a call runs, but which calls can never lead to
 * some function: those that no name connects with it. A file's sites depend on its text only.
 */

import {
  isArrowFunction,
  isCallExpression,
  isClassLikeDeclaration,
  isConstructorDeclaration,
  isFunctionExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isTaggedTemplateExpression,
  SyntaxKind,
  type CallExpression,
  type ClassLikeDeclaration,
  type Expression,
  type NewExpression,
  type Node,
  type ParameterDeclaration,
  type SourceFile,
} from './ast.ts';
import { accessOf, invoked, type MemberAccess } from './accesses.ts';
import { classNames, isDeferred, namesOfCode, type CodeNames } from './code-names.ts';
import { calleeName, memberName, parentBeyondParentheses } from './expressions.ts';
import { baseClassOf } from './heritage.ts';
import { heldName, type HeldName } from './held-names.ts';
import {
  importedModules,
  importsOf,
  renamedExports,
  specifiersIn,
  type Alias,
  type Imports,
} from './imported-names.ts';
import { loadedModule } from './loaded-modules.ts';
import { withoutAssertions } from './promise-parts.ts';

/** Code that runs as a whole: of a function, a constructor, a property's initialiser, or a module's top level. */
export interface Code extends CodeNames, Named {
  readonly node: Node;
  readonly file: FileSites;
  /** Calling it only makes a promise or an iterator: to its caller, its code is none. */
  readonly isDeferred: boolean;
  /** The class that `this` is of. */
  readonly ownClass: Node | undefined;
  /** Where a function that is written in place goes to; itself, when it is called where it is written. */
  readonly handedTo: { readonly call: CallExpression | NewExpression; readonly within: Code } | undefined;
  readonly sites: Site[];
  /** Parameters, counted from 0, that it calls itself. */
  readonly calledParameters: Set<number>;
}

/** A name that stands for code. */
export interface Site {
  readonly name: string;
  /**
   * `free`: `f`; `imported`: the member of an imported name, which may be a module; `own`: `this.f`;
   * `member`: `x.f`; `global`: `Array.f`, which is none of the project's own.
   */
  readonly form: 'free' | 'imported' | 'own' | 'member' | 'global';
  /**
   * What happens to it here: it is called, it is an argument of a call, it is a property that is read, written to or
   * both, or it is a module that is loaded.
   */
  readonly use: 'called' | 'handed' | 'read' | 'written' | 'updated' | 'loaded';
  /** The callee, the argument, the property, or the call that loads the module. */
  readonly node: Expression;
  /** The call that it is the callee or an argument of; none for a property, and where a template is tagged. */
  readonly call: CallExpression | NewExpression | undefined;
  readonly within: Code;
}

/** What something goes by: code, or what keeps it. */
export interface Named {
  readonly freeNames: readonly string[];
  readonly memberNames: readonly string[];
  readonly file: FileSites;
  /** The class that `this` is of. */
  readonly ownClass: Node | undefined;
}

/** What keeps a function which has a name of its own, such as a constant, a property or the default of a parameter. */
export interface Holder extends Named, HeldName {
  readonly node: Node;
}

export interface FileSites {
  readonly source: SourceFile;
  readonly codes: readonly Code[];
  readonly codeOf: ReadonlyMap<Node, Code>;
  readonly sitesOf: ReadonlyMap<string, readonly Site[]>;
  readonly membersOf: ReadonlyMap<string, readonly Code[]>;
  /** The packages and Node's modules that are imported, without `node:` and what follows a package's name. */
  readonly modules: readonly string[];
  /** All that is imported, as it is written. */
  readonly specifiers: readonly string[];
  readonly imports: Imports;
  /** What keeps functions under other names, by the names of these. */
  readonly holdersOf: ReadonlyMap<string, readonly Holder[]>;
  /** Names that stand for what others declare, such as that of a class for the base class whose constructor it has. */
  readonly aliases: readonly Alias[];
  /** What a comment with `@blocking` stands above, by name. */
  readonly marked: readonly string[];
  /** Classes with what they declare, by name. */
  readonly members: ReadonlyMap<Node, ReadonlySet<string>>;
}

export const CODE_KINDS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ArrowFunction,
  SyntaxKind.ClassStaticBlockDeclaration,
  SyntaxKind.Constructor,
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.FunctionExpression,
  SyntaxKind.GetAccessor,
  SyntaxKind.MethodDeclaration,
  SyntaxKind.PropertyDeclaration,
  SyntaxKind.SetAccessor,
]);

/** What `callSitesIn` wants to see of a file. */
export const SITE_KINDS: ReadonlySet<SyntaxKind> = new Set([
  ...CODE_KINDS,
  SyntaxKind.CallExpression,
  SyntaxKind.ClassDeclaration,
  SyntaxKind.ClassExpression,
  SyntaxKind.NewExpression,
  SyntaxKind.TaggedTemplateExpression,
]);

/**
 * @param nodes those of `SITE_KINDS` in the file, in its order
 * @param holders those of `HOLDER_KINDS` that may keep something
 * @param takers names of functions whose arguments are of interest when they are names of functions
 */
export function callSitesIn(
  source: SourceFile,
  nodes: readonly Node[],
  holders: readonly Node[],
  takers: ReadonlySet<string>,
): FileSites {
  return new Collector(source, takers).collect(nodes, holders);
}

class Collector {
  readonly #takers: ReadonlySet<string>;
  readonly #codeOf = new Map<Node, Code>();
  readonly #sitesOf = new Map<string, Site[]>();
  readonly #membersOf = new Map<string, Code[]>();
  readonly #members = new Map<Node, Set<string>>();
  readonly #holdersOf = new Map<string, Holder[]>();
  readonly #aliases: Alias[];
  readonly #file: FileSites;

  constructor(source: SourceFile, takers: ReadonlySet<string>) {
    this.#takers = takers;
    this.#aliases = [...renamedExports(source)];
    const specifiers = specifiersIn(source);
    this.#file = {
      source,
      codes: [],
      codeOf: this.#codeOf,
      sitesOf: this.#sitesOf,
      membersOf: this.#membersOf,
      modules: importedModules(specifiers),
      specifiers,
      imports: importsOf(source),
      holdersOf: this.#holdersOf,
      aliases: this.#aliases,
      marked: markedNames(source.text),
      members: this.#members,
    };
    this.#add(source);
  }

  collect(nodes: readonly Node[], holders: readonly Node[]): FileSites {
    for (const holder of holders) this.#addHolder(holder);
    for (const node of nodes) {
      if (CODE_KINDS.has(node.kind)) this.#add(node);
      else if (isClassLikeDeclaration(node)) this.#aliases.push(...constructorOf(node));
      else if (isTaggedTemplateExpression(node))
        this.#addSite(node.tag, 'called', { within: this.#around(node), call: undefined });
      else this.#addCall(node as CallExpression | NewExpression);
    }
    return this.#file;
  }

  #add(node: Node): void {
    const around = node.parent && this.#around(node);
    const call = around && callWith(node);
    const code: Code = {
      ...namesOfCode(node),
      node,
      file: this.#file,
      isDeferred: isDeferred(node),
      ownClass: ownClass(node, around),
      handedTo: call && { call, within: around },
      sites: [],
      calledParameters: new Set(),
    };
    this.#codeOf.set(node, code);
    (this.#file.codes as Code[]).push(code);
    for (const name of code.memberNames) this.#membersOf.set(name, [...(this.#membersOf.get(name) ?? []), code]);
    if (!code.ownClass || !isClassLikeDeclaration(node.parent)) return;
    const members = this.#members.get(code.ownClass) ?? new Set();
    for (const name of code.memberNames) members.add(name);
    this.#members.set(code.ownClass, members);
  }

  #addHolder(node: Node): void {
    const held = heldName(node);
    if (!held) return;
    const holder = {
      ...held,
      node,
      file: this.#file,
      ownClass: isClassLikeDeclaration(node.parent) ? node.parent : undefined,
    };
    this.#holdersOf.set(held.name, [...(this.#holdersOf.get(held.name) ?? []), holder]);
  }

  #addCall(call: CallExpression | NewExpression): void {
    const within = this.#around(call);
    const module = loadedModule(call);
    if (module !== undefined) this.#keep({ name: module, form: 'free', use: 'loaded', node: call, call, within });
    const callee = this.#addSite(invoked(call.expression), 'called', { within, call });
    if (callee?.form === 'free') noteCalledParameter(callee);
    if (callee === undefined || !this.#takers.has(callee.name)) return;
    for (const argument of call.arguments ?? []) this.#addSite(argument, 'handed', { within, call });
  }

  #addSite(expression: Expression, use: Site['use'], place: Pick<Site, 'within' | 'call'>): Site | undefined {
    const node = withoutAssertions(expression);
    const name = siteName(node, place.within);
    if (name === undefined) return undefined;
    return this.#keep({ name, form: formOf(node, this.#file.imports), use, node, ...place });
  }

  #keep(site: Site): Site {
    site.within.sites.push(site);
    const known = this.#sitesOf.get(site.name);
    if (known) known.push(site);
    else this.#sitesOf.set(site.name, [site]);
    return site;
  }

  #around(node: Node): Code {
    return codeAround(node, this.#codeOf);
  }
}

/** The code that a node is part of. */
function codeAround(node: Node, codeOf: ReadonlyMap<Node, Code>): Code {
  let at = node.parent;
  while (!codeOf.has(at)) at = at.parent;
  return codeOf.get(at)!;
}

/** A property that is read or written to, which may be an accessor's. */
export function accessSite(node: MemberAccess, name: string, { codeOf, imports }: FileSites): Site {
  const within = codeAround(node, codeOf);
  return { name, form: formOf(node, imports), use: accessOf(node), node, call: undefined, within };
}

function noteCalledParameter({ name, within }: Site): void {
  const { parameters = [] } = within.node as Node & { readonly parameters?: readonly ParameterDeclaration[] };
  const index = parameters.findIndex(parameter => isIdentifier(parameter.name) && parameter.name.text === name);
  if (index >= 0) within.calledParameters.add(index);
}

function formOf(node: Expression, imports: Imports): Site['form'] {
  const name = memberName(node);
  if (name === undefined) return 'free';
  const receiver = withoutAssertions((node as MemberAccess).expression);
  if (receiver.kind === SyntaxKind.ThisKeyword) return 'own';
  if (EVERYWHERE.has(name)) return 'global';
  if (!isIdentifier(receiver)) return 'member';
  return imports.names.has(receiver.text) ? 'imported' : GLOBALS.has(receiver.text) ? 'global' : 'member';
}

/** Methods that all objects have: hardly any call of one means that of a project's class. */
const EVERYWHERE: ReadonlySet<string> = new Set(['hasOwnProperty', 'toJSON', 'toLocaleString', 'toString', 'valueOf']);

/** Objects of the language and of platforms. */
const GLOBALS: ReadonlySet<string> = new Set([
  'Array',
  'Atomics',
  'Buffer',
  'Date',
  'Error',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Promise',
  'Reflect',
  'Set',
  'String',
  'Symbol',
  'URL',
  'console',
  'document',
  'globalThis',
  'process',
  'window',
]);

/** `super(…)` goes by the name of the base class. */
function siteName(node: Expression, within: Code): string | undefined {
  const name = calleeName(node);
  if (name !== undefined) return name;
  if (node.kind !== SyntaxKind.SuperKeyword || !within.ownClass) return undefined;
  return baseName(within.ownClass);
}

const MARKED = /@blocking\b(?:[^*]|\*(?!\/))*\*\/\s*(?:(?:[a-z]+|\*)\s+)*([\p{ID_Start}$_#][\p{ID_Continue}$]*)/gu;

const markedNames = (text: string): readonly string[] =>
  text.includes('@blocking') ? Array.from(text.matchAll(MARKED), ([, name]) => name!) : [];

/** A class without a constructor of its own has that of the class which it extends. */
function constructorOf(type: ClassLikeDeclaration): readonly Alias[] {
  const name = type.members.some(isConstructorDeclaration) ? undefined : baseName(type);
  return name === undefined ? [] : classNames(type).map(as => ({ name, as }));
}

/** The last name in what a class extends. */
function baseName(type: Node): string | undefined {
  const base = baseClassOf(type);
  if (base && isPropertyAccessExpression(base)) return base.name.text;
  return base && isIdentifier(base) ? base.text : undefined;
}

/** The call that a function expression is an argument of, or the callee of. */
function callWith(node: Node): CallExpression | NewExpression | undefined {
  if (!isArrowFunction(node) && !isFunctionExpression(node)) return undefined;
  const parent = parentBeyondParentheses(node);
  return isCallExpression(parent) || isNewExpression(parent) ? parent : undefined;
}

function ownClass(node: Node, around: Code | undefined): Node | undefined {
  if (node.parent && isClassLikeDeclaration(node.parent)) return node.parent;
  return isArrowFunction(node) ? around?.ownClass : undefined;
}
