/** Makes the functions that instrumented code calls reachable from all of it. */

import { disposed } from './disposal.ts';
import { adoptIterable, adoptIterator, forAwait, handOutAll } from './iteration.ts';
import { CALLS } from './names.ts';
import {
  adopt,
  afterDefault,
  beforeDefault,
  discard,
  enter,
  enterBody,
  handOut,
  leaveBody,
  resumed,
  returned,
  suspend,
  thrown,
} from './tasks.ts';

const FUNCTIONS = {
  enter,
  enterBody,
  leaveBody,
  beforeDefault,
  afterDefault,
  suspend,
  adopt,
  returned,
  thrown,
  forAwait,
  handOut,
  resumed,
  handOutAll,
  adoptIterator,
  adoptIterable,
  disposed,
  discard,
} satisfies Record<keyof typeof CALLS, unknown>;

/** As global constants that no loop over the global object shows. The second time changes nothing. */
export function defineCallsIn(global: object): void {
  for (const [key, name] of Object.entries(CALLS)) {
    Object.defineProperty(global, name, { value: FUNCTIONS[key as keyof typeof CALLS] });
  }
}
