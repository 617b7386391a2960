/**
 * Which calls may lead to functions of some names, through any number of other functions, in all files of a program:
 * by names alone, so some lead elsewhere, and types are asked for these few only.
 */

import { isIdentifier, type CallExpression, type NewExpression, type Node, type SourceFile } from '../syntax/ast.ts';
import { callSitesIn, SITE_KINDS, type Code, type FileSites, type Site } from '../syntax/call-sites.ts';
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
  readonly #files: readonly FileSites[];
  readonly #search: Search;
  readonly #aliases = new Map<string, string[]>();
  readonly #leads = new Map<Code, Set<Lead>>();
  readonly #handed = new Map<Node, Site>();
  readonly #codeOf = new Map<SourceFile, FileSites>();
  readonly #names = new Set<string>();
  #unvisited: Code[] = [];

  constructor(files: readonly FileSites[], search: Search) {
    this.#files = files;
    this.#search = search;
    for (const file of files) {
      this.#codeOf.set(file.source, file);
      for (const { name, as } of file.aliases) this.#aliases.set(name, [...(this.#aliases.get(name) ?? []), as]);
    }
    for (const { name } of search.goals) this.#names.add(name);
    for (const file of files) {
      for (const { name, mention } of search.goals) {
        const sites = file.sitesOf.get(name);
        if (sites && (mention === undefined || file.source.text.includes(mention))) this.#followAll(sites);
      }
    }
    this.#visit();
  }

  /** The names by which calls may lead to a goal. */
  get names(): ReadonlySet<string> {
    return this.#names;
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
    return this.#files.flatMap(({ codes }) => codes.filter(({ memberNames }) => memberNames.includes(name)));
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
      for (const name of code.memberNames) this.#followMember(code, name);
      if (code.handedTo && this.#runs(code.handedTo.call)) this.#mark(code.handedTo.within, code);
    }
  }

  #followFree(code: Code, name: string, seen: Set<string>): void {
    if (seen.has(name)) return;
    seen.add(name);
    this.#names.add(name);
    for (const file of this.#files) {
      const locals = file === code.file ? [name] : (file.imports.localsOf.get(name) ?? []);
      for (const local of locals) this.#followAll((file.sitesOf.get(local) ?? []).filter(({ form }) => form === 'free'));
      this.#followAll((file.sitesOf.get(name) ?? []).filter(({ form }) => form === 'imported'));
    }
    for (const alias of this.#aliases.get(name) ?? []) this.#followFree(code, alias, seen);
  }

  #followMember(code: Code, name: string): void {
    this.#names.add(name);
    for (const { sitesOf } of this.#files) {
      this.#followAll((sitesOf.get(name) ?? []).filter(site => site.form !== 'free' && maybeMember(site, code)));
    }
  }

  /** Whether a call calls its arguments before it returns, or is the call of a function where it is written. */
  #runs({ expression }: CallExpression | NewExpression): boolean {
    const callee = withoutAssertions(expression);
    const name = isIdentifier(callee) ? callee.text : memberName(callee);
    return name === undefined || this.#search.runners.has(name);
  }
}

/** `this.f` is the class's own `f`, where it has one. */
function maybeMember({ form, name, within }: Site, code: Code): boolean {
  const isOwn = form === 'own' && within.ownClass && within.file.members.get(within.ownClass)?.has(name);
  return !isOwn || code.ownClass === within.ownClass;
}

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
