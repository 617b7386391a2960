/** Results of `Promise.allSettled`. */

import { ask, type Asking, type TypeInfo } from '../engine/questions.ts';
import { isFromLib } from './origin.ts';
import { elementTypes, unionParts } from './promises.ts';

/** Whether a type still has both outcomes: `PromiseSettledResult` before anybody looked at its status. */
export function* mayBeEitherOutcome(type: TypeInfo): Asking<boolean> {
  const names = new Set<string>();
  for (const part of yield* unionParts(type)) {
    const symbol = part.symbol ? yield* ask('symbolOfType', part) : undefined;
    if (symbol && isFromLib(symbol)) names.add(symbol.name);
  }
  return names.has('PromiseFulfilledResult') && names.has('PromiseRejectedResult');
}

/** The same of the elements of a list. */
export function* holdsEitherOutcome(type: TypeInfo): Asking<boolean> {
  for (const element of yield* elementTypes(type)) if (yield* mayBeEitherOutcome(element)) return true;
  return false;
}
