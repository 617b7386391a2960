/** Awaits a promise where its value was meant. */

import type { Asking } from '../engine/questions.ts';
import type { Expression } from '../syntax/ast.ts';
import { awaitContext } from '../syntax/functions.ts';
import { awaitInPlace } from './await-in-place.ts';
import type { DraftEdit, FixDraft } from './draft.ts';
import { makeAsync } from './make-async.ts';

/**
 * Awaits `promise`; where `await` is not allowed, its function becomes async.
 * @param edits how, where putting `await` in front of it does not do
 * @param what ends the title
 */
export function* awaitValue(
  promise: Expression,
  edits: readonly DraftEdit[] = awaitInPlace(promise),
  what = 'the promise',
): Asking<readonly FixDraft[]> {
  const context = awaitContext(promise);
  if (context.kind === 'never') return [];
  if (context.kind === 'sync') return yield* makeAsync(context.function, edits, `await ${what}`);
  return [{ title: `Await ${what}`, kind: 'suggestion', proof: 'type-check', edits }];
}
