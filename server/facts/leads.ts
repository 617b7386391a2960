/**
 * Which places may call a function, in all files of a program: by names alone, so some call another one, and types are
 * asked for these few only.
 */

import { SyntaxKind, type Node, type PropertyAccessExpression, type SourceFile } from '../syntax/ast.ts';
import { callSitesIn, readSite, SITE_KINDS, type Code, type FileSites, type Site } from '../syntax/call-sites.ts';
import { ask, type Asking } from '../engine/questions.ts';

/** A function that is looked for. */
export interface Goal {
  readonly name: string;
  /** What a file that calls it mentions, without fail. */
  readonly mention: string | undefined;
}

export class Leads {
  readonly files: readonly FileSites[];
  readonly #aliases = new Map<string, string[]>();
  readonly #filesWith = new Map<string, FileSites[]>();
  /** By the name that something is exported by, other names that it was imported under. */
  readonly #renamed = new Map<string, { readonly file: FileSites; readonly local: string }[]>();
  readonly #fileOf = new Map<SourceFile, FileSites>();

  constructor(files: readonly FileSites[]) {
    this.files = files;
    for (const file of files) {
      this.#fileOf.set(file.source, file);
      for (const { name, as } of file.aliases) append(this.#aliases, name, as);
      for (const name of file.sitesOf.keys()) append(this.#filesWith, name, file);
      for (const [name, locals] of file.imports.localsOf) {
        for (const local of locals) if (local !== name) append(this.#renamed, name, { file, local });
      }
    }
  }

  codeOf(node: Node): Code | undefined {
    return this.#fileOf.get(node.getSourceFile())?.codeOf.get(node);
  }

  /** The innermost code that a node is part of, or is; `undefined` in a file that is not searched. */
  codeAround(node: Node): Code | undefined {
    const file = this.#fileOf.get(node.getSourceFile());
    let at = node;
    while (file && !file.codeOf.has(at)) at = at.parent;
    return file?.codeOf.get(at);
  }

  /** All code that a member of this name may be. */
  members(name: string): readonly Code[] {
    return this.files.flatMap(({ membersOf }) => membersOf.get(name) ?? []);
  }

  /** The places that may call what is looked for. */
  naming({ name, mention }: Goal): readonly Site[] {
    const files = this.#filesWith.get(name) ?? [];
    return files.flatMap(({ source, sitesOf }) =>
      mention === undefined || source.text.includes(mention) ? sitesOf.get(name)! : [],
    );
  }

  /** The names by which code may be called, those that others import it under among them. */
  namesOf({ freeNames, memberNames }: Code): ReadonlySet<string> {
    const names = new Set(freeNames);
    for (const name of names) for (const alias of this.#aliases.get(name) ?? []) names.add(alias);
    return new Set([...names, ...memberNames]);
  }

  /** The places that may run code by one of its names. */
  *calling(code: Code): Asking<readonly Site[]> {
    const sites: Site[] = [];
    const names = this.namesOf(code);
    const { memberNames, isGetter } = code;
    for (const name of names) if (!memberNames.includes(name)) sites.push(...this.#free(name, code));
    for (const name of isGetter ? [] : memberNames) sites.push(...this.#member(name, code));
    for (const file of isGetter ? this.files : []) sites.push(...(yield* readsIn(file, memberNames)));
    return sites;
  }

  #free(name: string, { file: own }: Code): readonly Site[] {
    const sites = (this.#filesWith.get(name) ?? []).flatMap(file => {
      const isMeant = file === own || (file.imports.localsOf.get(name)?.includes(name) ?? false);
      return file.sitesOf.get(name)!.filter(({ form }) => form === 'imported' || (isMeant && form === 'free'));
    });
    const renamed = (this.#renamed.get(name) ?? []).flatMap(({ file, local }) => file.sitesOf.get(local) ?? []);
    return [...sites, ...renamed.filter(({ form }) => form === 'free')];
  }

  #member(name: string, code: Code): readonly Site[] {
    const files = this.#filesWith.get(name) ?? [];
    return files.flatMap(({ sitesOf }) => sitesOf.get(name)!.filter(site => maybeMember(site, code)));
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
  return MEMBERS.has(form) && (!isOwn || code.ownClass === within.ownClass);
}

/** Getters are read without a call: such places are looked for only once it is known which getters matter. */
function* readsIn(file: FileSites, names: readonly string[]): Asking<readonly Site[]> {
  const { source } = file;
  const mentioned = names.filter(name => source.text.includes(`.${name}`));
  if (mentioned.length === 0) return [];
  const accesses = (yield* ask('nodes', { file: source, kinds: ACCESSES })) as readonly PropertyAccessExpression[];
  return accesses.filter(({ name }) => mentioned.includes(name.text)).map(access => readSite(access, file));
}

const ACCESSES: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.PropertyAccessExpression]);

const known = new WeakMap<ReadonlySet<string>, WeakMap<SourceFile, FileSites>>();

/** @param takers names of functions whose arguments are called, whenever that is */
export function* leadsIn(sources: readonly SourceFile[], takers: ReadonlySet<string>): Asking<Leads> {
  const files: FileSites[] = [];
  for (const source of sources) files.push(yield* sitesOf(source, takers));
  return new Leads(files);
}

function* sitesOf(file: SourceFile, takers: ReadonlySet<string>): Asking<FileSites> {
  let files = known.get(takers);
  if (!files) known.set(takers, (files = new WeakMap()));
  const before = files.get(file);
  if (before) return before;
  const sites = callSitesIn(file, yield* ask('nodes', { file, kinds: SITE_KINDS }), takers);
  files.set(file, sites);
  return sites;
}
