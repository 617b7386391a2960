/** `Promise.all` in place of awaits one after the other, where nothing in the code says that they need each other. */

import type { Asking } from '../engine/questions.ts';
import type { AwaitExpression } from '../syntax/ast.ts';
import type { FixDraft } from './draft.ts';
import { loopAtOnce } from './loop-at-once.ts';
import { neighboursAtOnce } from './neighbours-at-once.ts';

/** @param awaited the first of them */
export function* awaitAtOnce(awaited: AwaitExpression): Asking<readonly FixDraft[]> {
  const change = (yield* loopAtOnce(awaited)) ?? neighboursAtOnce(awaited);
  if (change === undefined) return [];
  const { from, to, text } = change;
  const edits = [{ file: from.getSourceFile().fileName, start: from.getStart(), end: to.end, text }];
  // Whether one needs what another has done, only the author knows.
  return [{ title: 'Start all, and await them with `Promise.all`', kind: 'suggestion', proof: 'type-check', edits }];
}
