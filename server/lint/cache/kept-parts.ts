/**
 * What is kept of the parts of a file: its functions whose bodies nobody outside sees, and what is outside of these.
 */

import type { Finding } from '../../../shared/finding.ts';

/** The part that is outside of these functions. Each of them has its place in the outline for a number. */
export const OUTSIDE = -1;

/** The bodies that somebody looked into, by their places in the outline of their file. */
export type KeptLooks = readonly (readonly [file: string, bodies: readonly number[]])[];

/** In a form that JSON can keep. Nothing is kept of a part in which nothing was found, and nothing looked into. */
export interface KeptPart {
  readonly part: number;
  /** Into other parts. */
  readonly looks: KeptLooks;
  /** Also those that a comment silences. */
  readonly findings: readonly Finding[];
}

/** What an earlier run knows of a file that is linted again, since a function's body has changed, here or elsewhere. */
export interface KnownParts {
  readonly kept: readonly KeptPart[];
  /** The parts for which something may have changed. */
  readonly again: ReadonlySet<number>;
  /** The names of rules whose findings depend on more than the bodies that they looked into. */
  readonly around: ReadonlySet<string>;
  /** How many UTF-16 code units further on a function is than it was. */
  readonly shift: (part: number) => number;
}
