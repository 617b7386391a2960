/**
 * Looks at a file, or only at those parts of it for which something may have changed, and says what to keep of each
 * part.
 */

import type { Finding, Span } from '../../../shared/finding.ts';
import type { PlaceFilter } from '../../engine/node-table.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Node } from '../../syntax/ast.ts';
import type { Checked, CheckInput, FileLook, Visit } from '../check.ts';
import type { Places } from '../findings.ts';
import { functionOf, partsOf, type Parts } from '../parts.ts';
import { RULE_METAS } from '../rule-list.ts';
import { OUTSIDE, type KeptPart, type KnownParts } from './kept-parts.ts';

interface Draft {
  /** Bodies by file. */
  readonly looks: Map<string, Set<number>>;
  readonly findings: Finding[];
}

export class CachedLook implements FileLook {
  readonly #file: string;
  readonly #parts: Parts;
  readonly #known: KnownParts | undefined;
  readonly #drafts = new Map<number, Draft>();
  readonly #around: Set<string>;

  /**
   * @param known `undefined` where everything is to be looked at
   * @param around takes in the names of rules whose findings depend on more than the bodies that they looked into
   */
  constructor({ source }: CheckInput, places: Places, known: KnownParts | undefined, around: Set<string>) {
    this.#file = source.fileName;
    this.#parts = partsOf(source);
    this.#around = around;
    // Code that runs past such a function knows what that did.
    const isKnown = known && ![...known.again].some(part => part !== OUTSIDE && this.#parts.isRunInPlace(part));
    this.#known = isKnown ? known : undefined;
    if (this.#known) this.#takeOver(this.#known, places);
  }

  isWanted({ meta }: Rule): PlaceFilter | undefined {
    const known = this.#known;
    if (!known || known.around.has(meta.name)) return undefined;
    return (pos, end) => known.again.has(this.#partAt({ pos, end }));
  }

  lookedInto({ node }: Visit, declaration: Node): void {
    const source = declaration.getSourceFile();
    if (source.isDeclarationFile) return;
    const part = this.#partAt(node);
    for (const body of partsOf(source).within(declaration.pos, declaration.end)) {
      if (body !== part || source.fileName !== this.#file) addTo(this.#draftOf(part).looks, source.fileName, body);
    }
  }

  lookedAround({ rule }: Visit): void {
    this.#around.add(rule.meta.name);
  }

  finish(checked: readonly Checked[], findings: readonly Finding[]): readonly Finding[] {
    for (const [i, { node }] of checked.entries()) this.#draftOf(this.#partAt(node)).findings.push(findings[i]!);
    if (!this.#known) return findings;
    return [...this.#drafts.values()].flatMap(draft => draft.findings).toSorted(inOrder);
  }

  /** To be asked for when the look is over. */
  get kept(): readonly KeptPart[] {
    return [...this.#drafts].map(([part, { looks, findings }]) => ({
      part,
      looks: [...looks].map(([file, bodies]) => [file, [...bodies]]),
      findings,
    }));
  }

  #takeOver({ kept, again, around, shift }: KnownParts, places: Places): void {
    for (const { part, looks, findings } of kept.filter(one => !again.has(one.part))) {
      const draft = this.#draftOf(part);
      for (const [file, bodies] of looks) draft.looks.set(file, new Set(bodies));
      const stay = findings.filter(({ rule }) => !around.has(rule));
      draft.findings.push(...stay.map(finding => this.#moved(finding, shift(part), places)));
    }
  }

  /** What a finding tells of in its own file is in its own part. */
  #moved(finding: Finding, by: number, places: Places): Finding {
    if (by === 0) return finding;
    const move = (span: Span) =>
      span.file === this.#file ? places.span(span.file, span.start.offset + by, span.end.offset + by) : span;
    const related = finding.related.map(place => ({ ...place, span: move(place.span) }));
    return { ...finding, span: move(finding.span), related };
  }

  #partAt({ pos, end }: Pick<Node, 'pos' | 'end'>): number {
    return functionOf(this.#parts.at(pos, end)) ?? OUTSIDE;
  }

  #draftOf(part: number): Draft {
    let draft = this.#drafts.get(part);
    if (!draft) this.#drafts.set(part, (draft = { looks: new Map(), findings: [] }));
    return draft;
  }
}

function addTo(looks: Map<string, Set<number>>, file: string, body: number): void {
  const bodies = looks.get(file);
  if (bodies) bodies.add(body);
  else looks.set(file, new Set([body]));
}

const ORDER: ReadonlyMap<string, number> = new Map(RULE_METAS.map(({ name }, i) => [name, i]));

/** As rules report. */
const inOrder = (one: Finding, other: Finding): number =>
  one.span.start.offset - other.span.start.offset || ORDER.get(one.rule)! - ORDER.get(other.rule)!;
