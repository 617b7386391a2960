/** Ways to await a promise that is returned, and to return it without. */

import { ask, type Asking } from '../engine/questions.ts';
import { isCertainlyPromise } from '../facts/promises.ts';
import type { AwaitExpression, Expression } from '../syntax/ast.ts';
import { awaitContext } from '../syntax/functions.ts';
import { prefix, type FixDraft } from './draft.ts';
import { makeAsync } from './make-async.ts';
import { removeAwait } from './remove-await.ts';

/** @param isGuarded whether `catch`, `finally` or `using` then runs at another time */
export function* awaitReturned(promise: Expression, isGuarded: boolean): Asking<readonly FixDraft[]> {
  const edits = prefix(promise, 'await');
  const context = awaitContext(promise);
  if (context.kind === 'sync') return yield* makeAsync(context.function, edits, 'await the promise');
  if (context.kind !== 'async') return [];
  const kind = isGuarded ? SUGGESTION : SAFE;
  return [{ title: 'Await the promise', ...kind, edits }];
}

/** @param isGuarded as above */
export function* returnUnawaited(node: AwaitExpression, isGuarded: boolean): Asking<readonly FixDraft[]> {
  const edits = removeAwait(node);
  if (!edits) return [];
  const type = yield* ask('typeAt', node.expression);
  const isSafe = !isGuarded && type !== undefined && (yield* isCertainlyPromise(type));
  return [{ title: 'Remove the `await`', ...(isSafe ? SAFE : SUGGESTION), edits }];
}

const SAFE = { kind: 'safe', proof: 'construction' } as const;
const SUGGESTION = { kind: 'suggestion', proof: 'type-check' } as const;
