/** Run-time warnings as findings: at their places in the code as it is now. */

import type { Finding, Span } from '../../shared/finding.ts';
import { LineMap, linesOf } from '../../shared/line-map.ts';
import type { RecordedPlace, RecordedWarning } from '../../shared/recorded-warning.ts';
import { placesIn } from '../../shared/trace/site-places.ts';
import { endOfCode } from '../../shared/trace/stretch.ts';
import type { EvidenceHost } from './evidence.ts';
import { Suppressions } from './suppressions.ts';
import type { WarningQuery } from './warning-fixes.ts';

export interface RecordedHost extends EvidenceHost {
  /** Which file a recording means by a path; `undefined` for one that is not here. */
  readonly locate: (recorded: string) => string | undefined;
}

/** What is asked to mend a warning. */
export const toQuery = ({ rule: name, span, related }: Finding): WarningQuery => ({
  name,
  spans: [span, ...related.map(it => it.span)],
});

export class RecordedWarnings {
  readonly #host: RecordedHost;
  readonly #byFile = new Map<string, RecordedWarning[]>();
  readonly #located = new Map<string, string | undefined>();
  /** How many there are, found again or not. */
  readonly count: number;

  constructor(warnings: readonly RecordedWarning[], host: RecordedHost) {
    this.#host = host;
    this.count = warnings.length;
    for (const warning of warnings) {
      const file = this.#locate(warning.place);
      if (file !== undefined) this.#byFile.set(file, [...(this.#byFile.get(file) ?? []), warning]);
    }
  }

  /** The files that have any. */
  get files(): readonly string[] {
    return [...this.#byFile.keys()];
  }

  /** Those of a file, as far as the code is there that they are about, and no comment silences them. */
  findingsIn(file: string): Finding[] {
    const found = this.#foundIn(file);
    const text = found.length === 0 ? undefined : this.#host.textOf(file);
    if (text === undefined) return found;
    // Nobody parses here. A string that holds such a comment would be taken for one, which costs a warning at most.
    const suppressions = new Suppressions(text, () => true);
    return found.filter(({ rule, span }) => !suppressions.suppresses({ name: rule, equivalents: [] }, span));
  }

  /** How many of a file are about code that is there, silenced or not. */
  countIn(file: string): number {
    return this.#foundIn(file).length;
  }

  #foundIn(file: string): Finding[] {
    const warnings = this.#byFile.get(file) ?? [];
    const spans = this.#spansOf(warnings.flatMap(({ place, evidence }) => [place, ...evidence.map(it => it.place)]));
    return warnings.flatMap(({ name, severity, message, place, evidence }): Finding[] => {
      const span = spans.get(place.id);
      if (span === undefined) return [];
      const related = evidence.flatMap(it => {
        const at = spans.get(it.place.id);
        return at === undefined ? [] : [{ span: at, message: it.message }];
      });
      return [{ rule: name, severity, message, span, related, fixes: [] }];
    });
  }

  /** By id. */
  #spansOf(places: readonly RecordedPlace[]): Map<string, Span> {
    const spans = new Map<string, Span>();
    for (const file of new Set(places.map(place => this.#locate(place)))) {
      const text = file === undefined ? undefined : this.#host.textOf(file);
      if (file === undefined || text === undefined) continue;
      const own = places.filter(place => this.#locate(place) === file);
      const [lines, map] = [linesOf(text), new LineMap(text)];
      for (const [id, { line, character }] of placesIn(text, this.#host.paths.pathOf(file), own)) {
        const start = map.startOf(line);
        spans.set(id, map.span(file, start + character, start + endOfCode(lines[line]!, character)));
      }
    }
    return spans;
  }

  #locate({ file }: RecordedPlace): string | undefined {
    if (!this.#located.has(file)) this.#located.set(file, this.#host.locate(file));
    return this.#located.get(file);
  }
}
