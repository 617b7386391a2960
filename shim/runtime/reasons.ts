/** Numbers for what promises were rejected with. */

import { describeReason } from './describe-reason.ts';
import { reasonIndex } from './sites.ts';

/** An error on its way through several tasks is described once. That it is known here keeps no error alive. */
const described = new WeakMap<object, number>();

let recorded = true;

/** From now on, nothing is told of why promises are rejected. */
export function leaveOutReasons(): void {
  recorded = false;
}

/** The index of the reason `value`; 0 where reasons are left out, or are too many. */
export function indexOfReason(value: unknown): number {
  if (!recorded) return 0;
  if (typeof value !== 'object' || value === null) return reasonIndex(describeReason(value));
  const known = described.get(value);
  if (known !== undefined) return known;
  const index = reasonIndex(describeReason(value));
  described.set(value, index);
  return index;
}
