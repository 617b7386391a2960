/** Makes a function async so that it may await, and its callers wait for it where they can. */

import { ask, type Asking } from '../engine/questions.ts';
import { expectedTypes } from '../facts/expected-types.ts';
import { returnsPromises } from '../facts/function-types.ts';
import { isPromise } from '../facts/promises.ts';
import { isTypePredicateNode, skipTrivia } from '../syntax/ast.ts';
import { isAsync, type PlainFunction } from '../syntax/functions.ts';
import { awaitCallers, type Callers } from './await-callers.ts';
import { insertAfter, insertAt, insertBefore, type DraftEdit, type FixDraft } from './draft.ts';
import { functionName } from '../syntax/function-name.ts';

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
  const callers = own && (yield* callersAfter(fn));
  if (!own || !callers || callers === 'impossible') return [];
  const title = `Make ${called(fn)} async${purpose ? ` and ${purpose}` : ''}${describe(callers)}`;
  const all = [...own, ...edits, ...callers.edits];
  return [{ title, kind: 'suggestion', proof: 'type-check', edits: all, usedIn: callers.files }];
}

/**
 * Drafts "make `f` async" where `await` stands in it already and `makeAsync` has nothing to offer: its callers stay as
 * they are, and some may not wait.
 */
export function* makeAsyncAlone(fn: PlainFunction): Asking<FixDraft[]> {
  const edits = yield* asyncEdits(fn);
  if (!edits) return [];
  const name = functionName(fn);
  const uses = name ? yield* ask('references', name) : [];
  const title = `Make ${called(fn)} async (${name ? 'its callers stay as they are' : 'nobody waits for it'})`;
  const usedIn = [...new Set(uses.map(({ file }) => file))];
  return [{ title, kind: 'suggestion', proof: 'type-check', edits, usedIn }];
}

function called(fn: PlainFunction): string {
  const name = functionName(fn);
  return name ? `\`${name.getText()}\`` : 'this function';
}

function describe({ awaited, left }: Callers): string {
  const parts = [
    ...(awaited > 0 ? [`await it in ${count(awaited, 'caller')}`] : []),
    ...(left.length > 0
      ? [`${count(left.length, 'caller')} to look at: ${left.slice(0, 3).join(', ')}${left.length > 3 ? ', …' : ''}`]
      : []),
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
  if (yield* saysPromise(fn)) return [];
  return [insertBefore(fn.type, 'Promise<'), insertAfter(fn.type, '>')];
}

const NOBODY: Callers = { edits: [], awaited: 0, left: [], files: [] };

function* callersAfter(fn: PlainFunction): Asking<Callers | 'impossible'> {
  if (yield* saysPromise(fn)) return NOBODY;
  const expected = yield* expectedTypes(fn);
  for (const type of expected) if (!(yield* returnsPromises(type))) return 'impossible';
  const name = functionName(fn);
  if (name) return yield* awaitCallers(name, expected.length > 0);
  // It is handed to somebody, who has to expect a promise.
  return expected.length > 0 ? NOBODY : 'impossible';
}

/** Whether callers get a promise already. */
function* saysPromise({ type }: PlainFunction): Asking<boolean> {
  const returned = type && (yield* ask('typeAt', type));
  return returned !== undefined && (yield* isPromise(returned));
}
