/** Makes a function async so that it may await, and its callers wait for it where they can. */

import { ask, type Asking } from '../engine/questions.ts';
import { isPromise } from '../facts/promises.ts';
import { isArrowFunction, isFunctionExpression, isTypePredicateNode, skipTrivia, type Expression } from '../syntax/ast.ts';
import { isAsync, type PlainFunction } from '../syntax/functions.ts';
import { awaitCallers, type Callers } from './await-callers.ts';
import { insertAfter, insertAt, insertBefore, type DraftEdit, type FixDraft } from './draft.ts';
import { functionName } from './function-name.ts';

/**
 * Drafts "make `f` async and …". None is offered where the promise that `f` then returns would be lost:
 * where `f` is handed to code that ignores what it returns, or a caller that cannot await uses its value.
 * Callers that cannot await but ignore the value are named in the title: the rule reports them from then on.
 * @param edits what makes use of the `await` inside `fn`
 * @param purpose ends the title, as in "await the promise"; `undefined` where `await` stands there already
 */
export function* makeAsync(
  fn: PlainFunction,
  edits: readonly DraftEdit[],
  purpose: string | undefined,
): Asking<FixDraft[]> {
  const own = yield* asyncEdits(fn);
  if (!own) return [];
  const name = functionName(fn);
  if (!(yield* mayReturnPromise(fn, name !== undefined))) return [];
  const callers = name ? yield* awaitCallers(name) : NOBODY;
  if (callers === 'impossible') return [];
  const called = name ? `\`${name.getText()}\`` : 'this function';
  const title = `Make ${called} async${purpose ? ` and ${purpose}` : ''}${describe(callers)}`;
  return [{ title, kind: 'suggestion', proof: 'type-check', edits: [...own, ...edits, ...callers.edits] }];
}

/** Drafts "make this function async" for a callback that is called by code which waits for nothing. */
export function* makeCallbackAsync(fn: PlainFunction): Asking<FixDraft[]> {
  const edits = functionName(fn) ? undefined : yield* asyncEdits(fn);
  if (!edits) return [];
  return [{ title: 'Make this function async (nobody waits for it)', kind: 'suggestion', proof: 'type-check', edits }];
}

function describe({ awaited, left }: Callers): string {
  const parts = [
    ...(awaited > 0 ? [`await it in ${count(awaited, 'caller')}`] : []),
    ...(left.length > 0 ? [`${count(left.length, 'caller')} to look at: ${left.slice(0, 3).join(', ')}${left.length > 3 ? ', …' : ''}`] : []),
  ];
  return parts.length > 0 ? ` (${parts.join('; ')})` : '';
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** The edits of the function itself, or `undefined` where it cannot be async. */
export function* asyncEdits(fn: PlainFunction): Asking<DraftEdit[] | undefined> {
  const returned = yield* asyncReturnType(fn);
  return returned && [asyncKeyword(fn), ...returned];
}

function asyncKeyword(fn: PlainFunction): DraftEdit {
  const modifiers = fn.modifiers ?? [];
  const last = modifiers[modifiers.length - 1];
  // No line may end between `async` and what it belongs to, as one may after a decorator.
  return insertAt(fn, last ? skipTrivia(fn.getSourceFile().text, last.end) : fn.getStart(), 'async ');
}

/** Edits of the return annotation, or `undefined` where an async function cannot return such a type. */
function* asyncReturnType(fn: PlainFunction): Asking<DraftEdit[] | undefined> {
  if (isAsync(fn) || !fn.body) return undefined;
  if (!fn.type) return [];
  if (isTypePredicateNode(fn.type)) return undefined;
  const type = yield* ask('typeAt', fn.type);
  if (type && (yield* isPromise(type))) return [];
  return [insertBefore(fn.type, 'Promise<'), insertAfter(fn.type, '>')];
}

const NOBODY: Callers = { edits: [], awaited: 0, left: [] };

/**
 * Whether the type that is expected of a function lets its callers see a promise. A function without a name is handed
 * to somebody, who has to expect one.
 */
function* mayReturnPromise(fn: PlainFunction, isNamed: boolean): Asking<boolean> {
  const isValue = isArrowFunction(fn) || isFunctionExpression(fn);
  const expected = isValue ? yield* ask('contextualType', fn as Expression) : undefined;
  if (!expected) return isNamed;
  for (const signature of yield* ask('callSignatures', expected)) {
    const returned = yield* ask('returnType', signature);
    if (returned && (yield* isPromise(returned))) return true;
  }
  return false;
}
