/**
 * Findings in open documents, kept from one version of a program to the next.
 *
 * What a rule finds in a function depends on the types of what is around it, on the function's own body, and on the
 * bodies that it looked into. While somebody types in one function, types stay as they are for all others
 * (`engine/kept.ts`, which forgets all where they do not), so findings there stay, unless one of these bodies changed.
 * They move with the text. What a rule asked of the whole program is asked again.
 */

import type { Finding } from '../../shared/finding.ts';
import type { PlaceFilter } from '../engine/node-table.ts';
import type { Program } from '../engine/program.ts';
import type { Rule } from '../rules/rule.ts';
import type { Node, SourceFile } from '../syntax/ast.ts';
import type { Checked, CheckInput, FileLook, Visit } from './check.ts';
import { isOn } from './config-resolve.ts';
import type { Places } from './findings.ts';
import { functionOf, partsOf, type Part, type Parts } from './parts.ts';
import { moved, moveBetween, type Move } from './moved-findings.ts';

/** What a rule found in a part of a file. */
interface Known {
  readonly findings: readonly Finding[];
  /** Hashes of the bodies that it looked into, by file and place. */
  readonly looks: ReadonlyMap<string, Look>;
  /** The other files that its findings tell of. */
  readonly named: readonly SourceFile[];
}

interface Look {
  readonly file: string;
  readonly body: number;
  readonly hash: string;
}

type KnownParts = ReadonlyMap<Part, ReadonlyMap<Rule, Known>>;

interface KnownFile {
  readonly source: SourceFile;
  /** What the findings depend on besides sources. */
  readonly settings: readonly unknown[];
  readonly parts: KnownParts;
}

/** What is found out about a part while it is linted. */
interface Draft {
  isKept: boolean;
  readonly findings: Finding[];
  readonly looks: Map<string, Look>;
}

/** One look at one file, of which some things are known already. */
export class Relint implements FileLook {
  readonly #program: Program;
  readonly #input: CheckInput;
  readonly #rules: readonly Rule[];
  readonly #files: Map<string, KnownFile>;
  readonly #parts: Parts;
  readonly #settings: readonly unknown[];
  readonly #known: KnownParts;
  readonly #drafts = new Map<Part, Map<Rule, Draft>>();

  /** @param places of the file as it is now */
  constructor(program: Program, input: CheckInput, rules: readonly Rule[], places: Places) {
    this.#program = program;
    this.#input = input;
    this.#rules = rules.filter(rule => isOn(input.config.severity(rule.meta)));
    this.#files = program.kept('findings') as Map<string, KnownFile>;
    this.#parts = partsOf(input.source);
    this.#settings = settingsOf(input, this.#rules);
    const before = this.#files.get(input.source.fileName);
    this.#known = before && areSame(before.settings, this.#settings) ? this.#stillRight(before, places) : new Map();
  }

  isWanted(rule: Rule): PlaceFilter {
    return (pos, end) => !this.#known.get(this.#parts.at(pos, end))?.has(rule);
  }

  lookedInto(visit: Visit, declaration: Node): void {
    const draft = this.#draftOf(visit);
    const source = declaration.getSourceFile();
    // Types of packages do not change while all this is kept.
    if (!draft || source.isDeclarationFile) return;
    const parts = partsOf(source);
    if (parts === this.#parts && parts.isFixedFor(parts.at(visit.node.pos, visit.node.end), declaration)) return;
    for (const body of parts.within(declaration.pos, declaration.end)) {
      draft.looks.set(`${body} ${source.fileName}`, { file: source.fileName, body, hash: parts.bodyOf(body)! });
    }
  }

  lookedAround(visit: Visit): void {
    const draft = this.#draftOf(visit);
    if (draft) draft.isKept = false;
  }

  /** From now on, all of these are known. */
  finish(checked: readonly Checked[], findings: readonly Finding[]): readonly Finding[] {
    for (const [i, visit] of checked.entries()) this.#draftOf(visit)?.findings.push(findings[i]!);
    const known = [...this.#known.values()].flatMap(byRule => [...byRule.values()].flatMap(it => it.findings));
    const parts = new Map(this.#parts.all.map(part => [part, this.#withDrafts(part)]));
    this.#files.set(this.#input.source.fileName, { source: this.#input.source, settings: this.#settings, parts });
    return [...known, ...findings].toSorted((a, b) => a.span.start.offset - b.span.start.offset);
  }

  #withDrafts(part: Part): ReadonlyMap<Rule, Known> {
    const known = this.#known.get(part);
    if (known?.size === this.#rules.length) return known;
    const all = new Map(known);
    for (const rule of this.#rules) {
      const draft = this.#drafts.get(part)?.get(rule);
      if (all.has(rule) || draft?.isKept === false) continue;
      all.set(rule, draft ? { ...draft, named: this.#sourcesNamedIn(draft.findings) } : NOTHING_FOUND);
    }
    return all;
  }

  #sourcesNamedIn(findings: readonly Finding[]): readonly SourceFile[] {
    const files = new Set(findings.flatMap(({ related }) => related.map(({ span }) => span.file)));
    files.delete(this.#input.source.fileName);
    return [...files].flatMap(file => this.#program.sourceFile(file) ?? []);
  }

  /** `undefined` for what has functions in it that may be changed by themselves: all of it would have to be kept. */
  #draftOf({ rule, node }: Visit): Draft | undefined {
    const part = this.#parts.at(node.pos, node.end);
    if (part === 'around') return undefined;
    let byRule = this.#drafts.get(part);
    if (!byRule) this.#drafts.set(part, (byRule = new Map()));
    let draft = byRule.get(rule);
    if (!draft) byRule.set(rule, (draft = { isKept: true, findings: [], looks: new Map() }));
    return draft;
  }

  #stillRight({ source, parts }: KnownFile, places: Places): KnownParts {
    const before = partsOf(source);
    const edited = before.functions.filter(index => before.bodyOf(index) !== this.#parts.bodyOf(index));
    if (edited.some(index => before.isRunInPlace(index))) return new Map();
    const move = moveBetween(source, this.#input.source, places);
    const changed = new Set<number | undefined>(edited);
    const pieces = new Set(edited.flatMap(index => [...this.#parts.unchangedPieces(before, index)]));
    const unchanged = [...parts].filter(([part]) => pieces.has(part) || !changed.has(functionOf(part)));
    return new Map(unchanged.map(([part, byRule]) => [part, this.#stillRightIn(byRule, move)]));
  }

  #stillRightIn(byRule: ReadonlyMap<Rule, Known>, move: Move): ReadonlyMap<Rule, Known> {
    const found = new Map<Rule, Known>();
    for (const [rule, known] of byRule) {
      const findings = this.#isStillRight(known) ? moved(known.findings, move) : undefined;
      if (findings) found.set(rule, findings === known.findings ? known : { ...known, findings });
    }
    return found;
  }

  #isStillRight({ looks, named }: Known): boolean {
    if (named.some(source => this.#program.sourceFile(source.fileName) !== source)) return false;
    for (const { file, body, hash } of looks.values()) {
      const source = this.#program.sourceFile(file);
      if (!source || partsOf(source).bodyOf(body) !== hash) return false;
    }
    return true;
  }
}

const NOTHING_FOUND: Known = { findings: [], looks: new Map(), named: [] };

/** What findings depend on besides sources. */
export const settingsOf = ({ config, root, isCommand }: CheckInput, rules: readonly Rule[]): readonly unknown[] => [
  config.packs,
  root,
  isCommand,
  JSON.stringify(rules.map(({ meta }) => [meta.name, config.severity(meta), config.options(meta)])),
];

/** Whether findings depend on the same settings. */
export const areSame = (settings: readonly unknown[], others: readonly unknown[]): boolean =>
  settings.every((one, i) => one === others[i]);
