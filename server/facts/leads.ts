/**
 * Which calls may lead to functions of some names, through any number of other functions, in all files of a program:
 * by names alone, so some lead elsewhere, and types are asked for these few only.
 */

import {
  isIdentifier,
  SyntaxKind,
  type CallExpression,
  type NewExpression,
  type Node,
  type PropertyAccessExpression,
  type SourceFile,
} from '../syntax/ast.ts';
import { callSitesIn, readSite, SITE_KINDS, type Code, type FileSites, type Site } from '../syntax/call-sites.ts';
import { memberName } from '../syntax/expressions.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import { ask, type Asking } from '../engine/questions.ts';

/** What may lead further: a name that is used, or a function that is written in place and handed over. */
export type Lead = Site | Code;

/** A function that is looked for. */
export interface Goal {
  readonly name: string;
  /** What a file that calls it mentions, without fail. */
  readonly mention: string | undefined;
}

export interface Search {
  readonly goals: readonly Goal[];
  /** Names of functions that call their arguments before they return. */
  readonly runners: ReadonlySet<string>;
  /** Names of functions whose arguments are called, whenever that is. */
  readonly takers: ReadonlySet<string>;
}

export class Leads {
  readonly files: readonly FileSites[];
  readonly #aliases = new Map<string, string[]>();
  readonly #filesWith = new Map<string, FileSites[]>();
  /** By the name that something is exported by, other names that it was imported under. */
  readonly #renamed = new Map<string, { readonly file: FileSites; readonly local: string }[]>();
  readonly #leads = new Map<Code, Set<Lead>>();
  readonly #handed = new Map<Node, Site>();
  readonly #codeOf = new Map<SourceFile, FileSites>();
  readonly #names = new Set<string>();
  readonly #runners: ReadonlySet<string>;
  readonly #ownRunners: ReadonlySet<string>;
  readonly #getters = new Set<string>();
  #unvisited: Code[] = [];

  constructor(files: readonly FileSites[], search: Search) {
    this.files = files;
    this.#runners = search.runners;
    this.#ownRunners = new Set(files.flatMap(({ runners }) => runners));
    for (const file of files) {
      this.#codeOf.set(file.source, file);
      for (const { name, as } of file.aliases) append(this.#aliases, name, as);
      for (const name of file.sitesOf.keys()) append(this.#filesWith, name, file);
      for (const [name, locals] of file.imports.localsOf) {
        for (const local of locals) if (local !== name) append(this.#renamed, name, { file, local });
      }
    }
    for (const { name, mention } of search.goals) {
      this.#names.add(name);
      for (const { sitesOf, source } of this.#filesWith.get(name) ?? []) {
        if (mention === undefined || source.text.includes(mention)) this.#followAll(sitesOf.get(name)!);
      }
    }
    this.#visit();
  }

  /** The names by which calls may lead to a goal. */
  get names(): ReadonlySet<string> {
    return this.#names;
  }

  /** Names of getters that may lead to a goal. Where they are read is to be told by `addReads`. */
  get getters(): ReadonlySet<string> {
    return this.#getters;
  }

  addReads(reads: readonly Site[]): void {
    for (const { name } of reads) this.#names.add(name);
    this.#followAll(reads);
    this.#visit();
  }

  /** The leads in a function's own code; none where it cannot lead to a goal. */
  of(node: Node): readonly Lead[] {
    const code = this.codeOf(node);
    return [...((code && this.#leads.get(code)) ?? [])];
  }

  codeOf(node: Node): Code | undefined {
    return this.#codeOf.get(node.getSourceFile())?.codeOf.get(node);
  }

  /** An argument that names a function which may lead to a goal. */
  handed(argument: Node): Site | undefined {
    return this.#handed.get(argument);
  }

  /** All code that a member of this name may be. */
  members(name: string): readonly Code[] {
    return this.files.flatMap(({ membersOf }) => membersOf.get(name) ?? []);
  }

  #followAll(sites: readonly Site[]): void {
    for (const site of sites) this.#follow(site);
  }

  #follow(site: Site): void {
    if (site.use === 'handed') {
      this.#handed.set(site.node, site);
      if (!this.#runs(site.node.parent as CallExpression)) return;
    }
    this.#mark(site.within, site);
  }

  #mark(code: Code, lead: Lead): void {
    const known = this.#leads.get(code);
    if (known) known.add(lead);
    else {
      this.#leads.set(code, new Set([lead]));
      this.#unvisited.push(code);
    }
  }

  #visit(): void {
    for (let code = this.#unvisited.pop(); code; code = this.#unvisited.pop()) {
      if (code.isDeferred) continue;
      for (const name of code.freeNames) this.#followFree(code, name, new Set());
      if (code.isGetter) for (const name of code.memberNames) this.#getters.add(name);
      else for (const name of code.memberNames) this.#followMember(code, name);
      if (code.handedTo && this.#runs(code.handedTo.call)) this.#mark(code.handedTo.within, code);
    }
  }

  #followFree(code: Code, name: string, seen: Set<string>): void {
    if (seen.has(name)) return;
    seen.add(name);
    this.#names.add(name);
    for (const file of this.#filesWith.get(name) ?? []) {
      const isMeant = file === code.file || (file.imports.localsOf.get(name)?.includes(name) ?? false);
      const sites = file.sitesOf.get(name)!;
      this.#followAll(sites.filter(({ form }) => form === 'imported' || (isMeant && form === 'free')));
    }
    for (const { file, local } of this.#renamed.get(name) ?? []) {
      this.#followAll((file.sitesOf.get(local) ?? []).filter(({ form }) => form === 'free'));
    }
    for (const alias of this.#aliases.get(name) ?? []) this.#followFree(code, alias, seen);
  }

  #followMember(code: Code, name: string): void {
    this.#names.add(name);
    for (const { sitesOf } of this.#filesWith.get(name) ?? []) {
      this.#followAll(sitesOf.get(name)!.filter(site => MEMBERS.has(site.form) && maybeMember(site, code)));
    }
  }

  /** Whether a call calls its arguments before it returns, or is the call of a function where it is written. */
  #runs({ expression }: CallExpression | NewExpression): boolean {
    const callee = withoutAssertions(expression);
    if (isIdentifier(callee)) return this.#runners.has(callee.text) || this.#ownRunners.has(callee.text);
    const name = memberName(callee);
    return name === undefined || this.#runners.has(name);
  }
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}

const MEMBERS: ReadonlySet<Site['form']> = new Set(['imported', 'member', 'own']);

/** `this.f` is the class's own `f`, where it has one. */
function maybeMember({ form, name, within }: Site, code: Code): boolean {
  const isOwn = form === 'own' && within.ownClass && within.file.members.get(within.ownClass)?.has(name);
  return !isOwn || code.ownClass === within.ownClass;
}

/**
 * Leads in all files of a program. Getters are read without a call, so their reads are looked for only once it is
 * known which getters matter.
 */
export function* leadsIn(files: readonly FileSites[], search: Search): Asking<Leads> {
  const leads = new Leads(files, search);
  const looked = new Set<string>();
  for (let names = [...leads.getters]; names.length > 0; names = [...leads.getters].filter(name => !looked.has(name))) {
    for (const name of names) looked.add(name);
    for (const file of files) leads.addReads(yield* readsIn(file, names));
  }
  return leads;
}

function* readsIn(file: FileSites, names: readonly string[]): Asking<readonly Site[]> {
  const { source } = file;
  const mentioned = names.filter(name => source.text.includes(`.${name}`));
  if (mentioned.length === 0) return [];
  const accesses = (yield* ask('nodes', { file: source, kinds: ACCESSES })) as readonly PropertyAccessExpression[];
  return accesses.filter(({ name }) => mentioned.includes(name.text)).map(access => readSite(access, file));
}

const ACCESSES: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.PropertyAccessExpression]);

const known = new WeakMap<Search['takers'], WeakMap<SourceFile, FileSites>>();

export function* sitesOf(file: SourceFile, takers: Search['takers']): Asking<FileSites> {
  let files = known.get(takers);
  if (!files) known.set(takers, (files = new WeakMap()));
  const before = files.get(file);
  if (before) return before;
  const sites = callSitesIn(file, yield* ask('nodes', { file, kinds: SITE_KINDS }), takers);
  files.set(file, sites);
  return sites;
}
