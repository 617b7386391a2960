/** What happens to promises of tasks that are not recorded: nothing is written down but what concerns others. */

import { EventType, UNSAMPLED } from '../../shared/trace/events.ts';
import { emit } from './events.ts';
import { begun } from './pending.ts';
import { type Mark, mark, NONE, numberOf, Role, roleOf, Stamp, unsampledMark, UnsampledRole } from './stamp.ts';

/** The number of a promise that something recorded speaks of, from now on recorded as well; 0 for any other value. */
export function numberFor(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return numberForMark(value, Stamp.ofAny(value));
}

/** The same for a promise with its mark. */
export const numberForMark = (promise: object, it: Mark): number =>
  it >= NONE ? numberOf(it) : sampledLate(promise, numberOf(-it), roleOf(-it) as number);

function sampledLate(promise: object, id: number, role: UnsampledRole): number {
  Stamp.change(promise, mark(id, Role.Plain));
  begun();
  emit(EventType.Promise, 0, id, UNSAMPLED, 0);
  if (role === UnsampledRole.Settled) emit(EventType.Settle, 0, id, UNSAMPLED, 0);
  return id;
}

/** A promise that is not recorded is settled; `it` is its mark. */
export function settleUnsampled(promise: object, it: Mark): void {
  Stamp.change(promise, unsampledMark(numberOf(-it), UnsampledRole.Settled));
}

/**
 * Code that is not recorded awaits a promise, or derives another one from it, with the number `id`. Where the promise
 * is recorded, it has to be known that somebody does.
 */
export function consumeUnsampled(parent: object, id: number): void {
  const from = Stamp.of(parent);
  if (from <= NONE) return;
  begun();
  emit(EventType.Then, 0, id, numberOf(from), UNSAMPLED);
}
