/** Catches the errors of a function inside it. */

import { ask, type Asking } from '../engine/questions.ts';
import { isThenable } from '../facts/promises.ts';
import { rejectionsOfFunction } from '../facts/rejections.ts';
import {
  isAwaitExpression,
  isBlock,
  isCallExpression,
  isTryStatement,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { bindsTighterThanUnary, chainCall } from '../syntax/expressions.ts';
import { isAsync, type PlainFunction } from '../syntax/functions.ts';
import { maybePromise, returnedBy } from '../syntax/promise-values.ts';
import { insertAfter, insertBefore, prefix, type DraftEdit, type FixDraft } from './draft.ts';
import { catchAndLog, LOG_ERROR } from './log-rejection.ts';
import { styleOf } from './style.ts';
import { tryAround } from './try-around.ts';

export function* catchInside(fn: PlainFunction): Asking<readonly FixDraft[]> {
  const { body } = fn;
  if (!body) return [];
  if (!isAsync(fn)) return isBlock(body) ? [] : [catchResult(body as Expression)];
  if (isCaught(body) || (yield* rejectionsOfFunction(fn, 'may-throw')).kind === 'never') return [];
  const edits = isBlock(body)
    ? [...(yield * awaitReturned(fn)), ...tryAround(body, LOG_ERROR)]
    : tryAwait(body as Expression);
  return [{ title: 'Catch errors inside the function', kind: 'suggestion', proof: 'type-check', edits }];
}

/** Whether all that a function does is done in a `try` with a `catch`. */
function isCaught(body: Node): boolean {
  const [only, ...others] = isBlock(body) ? body.statements : [];
  return only !== undefined && others.length === 0 && isTryStatement(only) && only.catchClause !== undefined;
}

/** `() => save()` becomes `() => { save().catch(…); }`. */
function catchResult(body: Expression): FixDraft {
  if (isCallExpression(body) && chainCall(body)?.onRejected) {
    const edits = [insertBefore(body, '{ '), insertAfter(body, `${styleOf(body).semicolon} }`)];
    return { title: 'Return nothing: the rejection is handled', kind: 'suggestion', proof: 'type-check', edits };
  }
  const [open, close] = bindsTighterThanUnary(body) ? ['', ''] : ['(', ')'];
  const { semicolon: end } = styleOf(body);
  const edits = [insertBefore(body, `{ ${open}`), insertAfter(body, `${close}${catchAndLog(body)}${end} }`)];
  return { title: 'Handle the rejection with `.catch(…)`', kind: 'suggestion', proof: 'type-check', edits };
}

function tryAwait(body: Expression): DraftEdit[] {
  const awaited = isAwaitExpression(body) ? [] : prefix(body, 'await');
  const { semicolon: end } = styleOf(body);
  return [
    insertBefore(body, '{ try { '),
    ...awaited,
    insertAfter(body, `${end} } catch (error) { ${LOG_ERROR}${end} } }`),
  ];
}

/** A promise that is returned leaves the `try` before it rejects. */
function* awaitReturned(fn: PlainFunction): Asking<DraftEdit[]> {
  const edits: DraftEdit[] = [];
  for (const value of returnedBy(fn).filter(maybePromise)) {
    const type = yield* ask('typeAt', value);
    if (type && (yield* isThenable(type, 1))) edits.push(...prefix(value, 'await'));
  }
  return edits;
}
