/** What a warning is: something that went wrong, or slower than it had to, while the program ran. */

import type { Severity } from '../../shared/finding.ts';
import type { WarningName } from '../../shared/recorded-warning.ts';
import type { Site, SiteKind } from '../../shared/trace/site.ts';
import type { Graph, Ticks } from '../graph.ts';
import type { Thresholds } from './thresholds.ts';

/** A place in the original source: a site, or a line where no task suspends, as in a stack. */
export interface NamedPlace extends Pick<Site, 'file' | 'line' | 'character' | 'name'> {
  /** See `SiteNames`; missing where the source is not known. */
  readonly id?: string;
  /** Missing for a stack's frame. */
  readonly kind?: SiteKind;
  /** See `Site`. Missing for a stack's frame. */
  readonly owner?: number;
}

/** Index of a site, 0 where none is known; or a place that is none. */
export type Where = number | NamedPlace;

/** Something that a person should look at. */
export interface Evidence {
  /** What it is, in a few words. */
  readonly message: string;
  readonly site: Where;
  /** 0 where it is about no task. */
  readonly task: number;
  readonly from: Ticks;
  /** Infinity for what has not ended. */
  readonly until: Ticks;
}

export interface Explanation {
  /** What happened and why that matters, in one or two sentences. */
  readonly message: string;
  /** What to do, where more is known than its kind says. */
  readonly advice?: string;
  /** In the order in which a person should look at it. */
  readonly evidence: readonly Evidence[];
}

/** One time that it happened. */
export interface Occurrence {
  readonly severity: Severity;
  /** By which alike ones are told; the first is where a person should look. */
  readonly sites: readonly Where[];
  /** How long it lasted, Infinity for ever, or what it cost. The longest stands for those like it. */
  readonly duration: Ticks;
  /** Only called for the one that stands for others. */
  explain(): Explanation;
}

/** A kind of warning. Each has its page, `docs/warnings/<name>.md`. */
export interface WarningKind {
  readonly name: WarningName;
  /** What it tells, in one line. */
  readonly summary: string;
  /** What to do about it. */
  readonly advice: string;
  /** @param graph what one thread did */
  find(graph: Graph, thresholds: Thresholds): Iterable<Occurrence>;
}
