/** From warnings to mistakes, as people make them: one may be warned of in several ways. */

import { maySpeakOfSame } from '../../shared/same-mistake.ts';
import { idOf, type Warning } from './gather.ts';

/** What the worst of the warnings about a mistake says, and the others. */
export interface Mistake extends Warning {
  /** The worst first. */
  readonly also: readonly Warning[];
}

/** @param warnings the worst first, as mistakes are then */
export function mistakesIn(warnings: readonly Warning[]): Mistake[] {
  const found: { readonly worst: Warning; readonly also: Warning[] }[] = [];
  for (const warning of warnings) {
    const same = found.find(({ worst }) => areSame(worst, warning));
    if (same === undefined) found.push({ worst: warning, also: [] });
    else same.also.push(warning);
  }
  return found.map(({ worst, also }) => ({ ...worst, also }));
}

const areSame = (worst: Warning, other: Warning): boolean =>
  worst.name !== other.name &&
  worst.site !== undefined &&
  idOf(worst.site) === idOf(other.site) &&
  maySpeakOfSame(worst.name, other.name);
