/**
 * Which places may call a function, in all files of a program: by names alone, so some call another one, and types are
 * asked for these few only.
 */

import { assignment, type MemberAccess } from '../syntax/accesses.ts';
import { isSourceFile, SyntaxKind, type BinaryExpression, type Node, type SourceFile } from '../syntax/ast.ts';
import {
  accessSite,
  callSitesIn,
  SITE_KINDS,
  type Code,
  type FileSites,
  type Holder,
  type Named,
  type Site,
} from '../syntax/call-sites.ts';
import { isAssignment, memberName } from '../syntax/expressions.ts';
import { HOLDER_KINDS, mayHold } from '../syntax/held-names.ts';
import { importedNames, moduleName, nameOfModule } from '../syntax/loaded-modules.ts';
import { ask, type Asking } from '../engine/questions.ts';

/** A function that is looked for. */
export interface Goal {
  readonly name: string;
  /** What a file that calls it mentions, without fail. */
  readonly mention: string | undefined;
}

/**
 * The files that some name plays a part in, by their names. Files that once had a name may stand here although they
 * have lost it: whoever looks something up looks into the file.
 */
type Mentions = Map<string, Set<string>>;

/** What the search has looked for in all files. In a form that JSON can keep. */
export interface Scope {
  /** Names of functions, of members, of what keeps them, and of modules. */
  readonly names: readonly string[];
  /** What a file had to mention. */
  readonly mentions: readonly string[];
  readonly accessors: readonly (readonly [name: string, accessor: 'get' | 'set'])[];
  /** Properties that are assigned to. */
  readonly fields: readonly string[];
  /** What sites were found that way: forms with names. */
  readonly found: readonly string[];
}

/** A site by what the search goes by. */
export const formOf = ({ form, name }: Site): string => `${form} ${name}`;

export class Leads {
  readonly files: readonly FileSites[];
  readonly #mentions: Mentions;
  readonly #fileOf: ReadonlyMap<SourceFile, FileSites>;
  /** Places in `files`, by the names of these. */
  readonly #indexOf: ReadonlyMap<string, number>;
  readonly #sought = {
    names: new Set<string>(),
    mentions: new Set<string>(),
    accessors: new Map<string, 'get' | 'set'>(),
    fields: new Set<string>(),
    found: new Set<string>(),
  };

  constructor(files: readonly FileSites[], mentions: Mentions) {
    this.files = files;
    this.#mentions = mentions;
    this.#fileOf = new Map(files.map(file => [file.source, file]));
    this.#indexOf = new Map(files.map(({ source }, index) => [source.fileName, index]));
  }

  /** What has been looked for so far. */
  get scope(): Scope {
    const { names, mentions, accessors, fields, found } = this.#sought;
    return {
      names: [...names],
      mentions: [...mentions],
      accessors: [...accessors].map(([key, accessor]) => [key.slice(4), accessor]),
      fields: [...fields],
      found: [...found],
    };
  }

  /** Whether a node is in one of the files, as it is now. */
  has(node: Node): boolean {
    return this.#fileOf.has(node.getSourceFile());
  }

  fileOf(source: SourceFile): FileSites | undefined {
    return this.#fileOf.get(source);
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

  /**
   * Those in which a name stands for code, or by which it is imported or exported, and for the name of a module those
   * that import or load one of that name; in the order of `files`, whatever has been looked at before.
   */
  filesWith(name: string): readonly FileSites[] {
    this.#sought.names.add(name);
    const indices = [...(this.#mentions.get(name) ?? [])].flatMap(file => this.#indexOf.get(file) ?? []);
    return indices.toSorted((a, b) => a - b).map(index => this.files[index]!);
  }

  /** All code that a member of this name may be. */
  members(name: string): readonly Code[] {
    return this.filesWith(name).flatMap(({ membersOf }) => membersOf.get(name) ?? []);
  }

  /** The places that may call what is looked for, or keep it. */
  naming({ name, mention }: Goal): readonly (Site | Holder)[] {
    if (mention !== undefined) this.#sought.mentions.add(mention);
    const places = this.filesWith(name).flatMap(({ source, sitesOf, holdersOf, imports }) => {
      if (mention !== undefined && !source.text.includes(mention)) return [];
      const names = [name, ...(imports.localsOf.get(name) ?? [])];
      return [...new Set(names)].flatMap(one => [...(sitesOf.get(one) ?? []), ...(holdersOf.get(one) ?? [])]);
    });
    return this.#noted(places);
  }

  /** The places that may run code, or keep it, by one of its names; those of what keeps it. */
  *calling(named: Code | Holder): Asking<readonly (Site | Holder)[]> {
    return this.#noted(yield* this.#callingOf(named));
  }

  *#callingOf(named: Code | Holder): Asking<readonly (Site | Holder)[]> {
    const { memberNames, node } = named;
    if (isSourceFile(node)) return this.#loading(node);
    if ('accessor' in named && named.accessor) return yield* this.#accesses(memberNames, named.accessor);
    const free = [...this.#freeNames(named)].flatMap(name => this.#free(name, named));
    return [...free, ...memberNames.flatMap(name => this.#member(name, named))];
  }

  /** The places that assign to a property of some name. */
  *assignments(name: string): Asking<readonly BinaryExpression[]> {
    this.#sought.fields.add(name);
    const found: BinaryExpression[] = [];
    for (const file of this.files) found.push(...(yield* assignmentsIn(file, name)));
    return found;
  }

  #noted<Places extends readonly (Site | Holder)[]>(places: Places): Places {
    for (const place of places) if ('form' in place) this.#sought.found.add(formOf(place));
    return places;
  }

  *#accesses(names: readonly string[], accessor: 'get' | 'set'): Asking<readonly Site[]> {
    const sites: Site[] = [];
    for (const name of names) this.#sought.accessors.set(`${accessor} ${name}`, accessor);
    for (const file of this.files) sites.push(...(yield* accessesIn(file, names, accessor)));
    return sites;
  }

  #freeNames({ freeNames }: Named): ReadonlySet<string> {
    const names = new Set(freeNames);
    for (const name of names) for (const as of this.#aliases(name)) names.add(as);
    return names;
  }

  #aliases(name: string): readonly string[] {
    return this.filesWith(name).flatMap(({ aliases }) => aliases.flatMap(one => (one.name === name ? [one.as] : [])));
  }

  /** The places that load a module; none where one does so, or imports it, before anybody waits. */
  #loading(module: SourceFile): readonly Site[] {
    const name = moduleName(module);
    const files = this.filesWith(name);
    const sites = files.flatMap(({ sitesOf }) => sitesOf.get(name) ?? []);
    const isEarly =
      sites.some(({ within }) => isSourceFile(within.node)) ||
      files.some(({ source }) => importedNames(source).includes(name));
    return isEarly ? [] : sites;
  }

  #free(name: string, named: Named): readonly (Site | Holder)[] {
    return this.filesWith(name).flatMap(file => {
      const { sitesOf, holdersOf } = file;
      const members = [
        ...(sitesOf.get(name) ?? []).filter(({ form }) => form === 'imported'),
        ...(holdersOf.get(name) ?? []).filter(({ isMember }) => isMember),
      ];
      const locals = localNames(name, file, named).flatMap(local => [
        ...(sitesOf.get(local) ?? []).filter(({ form }) => form === 'free'),
        ...(holdersOf.get(local) ?? []).filter(({ isMember }) => !isMember),
      ]);
      return [...members, ...locals];
    });
  }

  #member(name: string, named: Named): readonly (Site | Holder)[] {
    return this.filesWith(name).flatMap(({ sitesOf, holdersOf }) => [
      ...(sitesOf.get(name) ?? []).filter(site => maybeMember(site, named)),
      ...(holdersOf.get(name) ?? []).filter(({ isMember }) => isMember),
    ]);
  }
}

/** What a name of something is in a file that declares it or imports it. */
function localNames(name: string, file: FileSites, { file: own }: Named): readonly string[] {
  const imported = file.imports.localsOf.get(name) ?? [];
  return file === own && !imported.includes(name) ? [name, ...imported] : imported;
}

const MEMBERS: ReadonlySet<Site['form']> = new Set(['imported', 'member', 'own']);

/** `this.f` is the class's own `f`, where it has one. */
function maybeMember({ form, name, within }: Site, named: Named): boolean {
  const isOwn = form === 'own' && within.ownClass && within.file.members.get(within.ownClass)?.has(name);
  return MEMBERS.has(form) && (!isOwn || named.ownClass === within.ownClass);
}

/** Accessors run without a call: such places are looked for only once it is known which accessors matter. */
export function* accessesIn(
  file: FileSites,
  names: readonly string[],
  accessor: 'get' | 'set',
): Asking<readonly Site[]> {
  const { source } = file;
  const mentioned = names.filter(name =>
    [`.${name}`, `['${name}']`, `["${name}"]`].some(one => source.text.includes(one)),
  );
  if (mentioned.length === 0) return [];
  const sites = (yield* accessesTo(mentioned, source)).map(access => accessSite(access, memberName(access)!, file));
  return sites.filter(({ use }) => use !== (accessor === 'get' ? 'written' : 'read'));
}

/** All accesses to properties of these names in a file, in its order. */
export function* accessesTo(names: readonly string[], file: SourceFile): Asking<readonly MemberAccess[]> {
  const all = (yield* ask('nodes', { file, kinds: ACCESSES })) as readonly MemberAccess[];
  return all.filter(access => names.includes(memberName(access) ?? ''));
}

const ACCESSES: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ElementAccessExpression,
  SyntaxKind.PropertyAccessExpression,
]);

/** Those to a property of some name. */
export function* assignmentsIn({ source }: FileSites, name: string): Asking<readonly BinaryExpression[]> {
  const assigns = assignment(name);
  if (!assigns.test(source.text)) return [];
  const isWanted = (pos: number, end: number): boolean => assigns.test(source.text.slice(pos, end));
  const all = (yield* ask('nodes', { file: source, kinds: ASSIGNMENTS, isWanted })) as readonly BinaryExpression[];
  return all.filter(it => isAssignment(it) && memberName(it.left) === name);
}

const ASSIGNMENTS: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.BinaryExpression]);

/** What was found in files, and is the same for all versions of a program that have these. */
interface Found {
  readonly sites: WeakMap<SourceFile, FileSites>;
  readonly mentions: Mentions;
}

const known = new WeakMap<ReadonlySet<string>, Found>();

/** @param takers names of functions whose arguments are called, whenever that is */
export function* leadsIn(sources: readonly SourceFile[], takers: ReadonlySet<string>): Asking<Leads> {
  let found = known.get(takers);
  if (!found) known.set(takers, (found = { sites: new WeakMap(), mentions: new Map() }));
  const files: FileSites[] = [];
  for (const source of sources) files.push(found.sites.get(source) ?? (yield* findSites(source, takers, found)));
  return new Leads(files, found.mentions);
}

function* findSites(file: SourceFile, takers: ReadonlySet<string>, { sites, mentions }: Found): Asking<FileSites> {
  const holders = yield* ask('nodes', { file, kinds: HOLDER_KINDS, isWanted: mayHold(file) });
  const found = callSitesIn(file, yield* ask('nodes', { file, kinds: SITE_KINDS }), holders, takers);
  sites.set(file, found);
  const { sitesOf, membersOf, aliases, imports, holdersOf, specifiers } = found;
  const names = [sitesOf, membersOf, imports.localsOf, holdersOf].flatMap(map => [...map.keys()]);
  for (const name of [...names, ...aliases.map(it => it.name), ...specifiers.map(nameOfModule)]) {
    const files = mentions.get(name);
    if (files) files.add(file.fileName);
    else mentions.set(name, new Set([file.fileName]));
  }
  return found;
}
