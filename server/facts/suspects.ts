/** Which values are worth a closer look, by their types alone. */

import { ask, TypeFlags, together, type Asking, type TypeInfo } from '../engine/questions.ts';
import type { Expression, Node } from '../syntax/ast.ts';
import { maybePromise, promiseFunctionClue } from '../syntax/promise-values.ts';
import { awaitable } from './awaitable.ts';
import { resultOf, returnsPromises } from './function-types.ts';
import { apparent, elementTypes, NEVER_AN_OBJECT, unionParts } from './promises.ts';

/** Something that depends on nothing but a type. */
export interface TypeTest {
  /** Under which the answers are kept. */
  readonly name: string;
  readonly holds: (type: TypeInfo) => Asking<boolean>;
}

/** A value that is suspect when its type passes a test. */
export interface Suspect {
  readonly value: Node;
  readonly test: TypeTest;
}

/** Whether values may be awaited for something: no promise, thenable or query is without a `then`. */
const HAS_THEN: TypeTest = { name: 'has then', holds: hasThen };

/** The same, also of the elements of arrays and tuples. */
export const HOLDS_THEN: TypeTest = {
  name: 'holds then',
  *holds(type) {
    if (yield* hasThen(type)) return true;
    for (const element of yield* elementTypes(type)) if (yield* hasThen(element)) return true;
    return false;
  },
};

/** Whether values are functions that return promises. */
const RETURNS_PROMISES: TypeTest = { name: 'returns promises', holds: returnsPromises };

/** Whether functions are expected whose results count for nothing. */
export const WANTS_NO_RESULT: TypeTest = {
  name: 'wants no result',
  *holds(type) {
    return (yield* resultOf(type)) === 'void';
  },
};

/** Whether there is nothing to wait for. */
export const IS_PLAIN: TypeTest = {
  name: 'is plain',
  *holds(type) {
    return (yield* awaitable(type)) === 'plain';
  },
};

function* hasThen(type: TypeInfo): Asking<boolean> {
  for (const part of yield* unionParts(yield* apparent(type))) {
    if (part.flags & (NEVER_AN_OBJECT | TypeFlags.Any | TypeFlags.Unknown)) continue;
    if (yield* ask('property', { type: part, name: 'then' })) return true;
  }
  return false;
}

/** Suspects of all of these; `undefined` where some of them cannot be said beforehand. */
export function joined(lists: Iterable<readonly Suspect[] | undefined>): readonly Suspect[] | undefined {
  let all: readonly Suspect[] = [];
  for (const list of lists) {
    if (!list) return undefined;
    // Most are empty, and this is asked of most nodes of a program.
    if (list.length > 0) all = all.length > 0 ? [...all, ...list] : list;
  }
  return all;
}

/** Unless one of these is suspect, an expression is no function that returns promises (`isPromiseFunction`). */
export function functionSuspects(expression: Expression): readonly Suspect[] | undefined {
  const clue = promiseFunctionClue(expression);
  if (clue.kind === 'settled') return clue.isPromiseFunction ? undefined : [];
  return clue.kind === 'type' ? [{ value: expression, test: RETURNS_PROMISES }] : clue.values.flatMap(promiseSuspects);
}

/** Unless one of these is suspect, an expression is no value that `await` waits for. */
export const promiseSuspects = (value: Expression): readonly Suspect[] =>
  maybePromise(value) ? [{ value, test: HAS_THEN }] : [];

/** For each group, whether one of its suspects passes its test. Each type is tested once in a program. */
export function* someSuspect(groups: readonly (readonly Suspect[])[]): Asking<readonly boolean[]> {
  const all = groups.flat();
  const types = yield* ask('typesAt', all.map(({ value }) => value));
  const open = new Map<TypeTest, Map<number, TypeInfo>>();
  const results = new Map<TypeTest, Map<unknown, unknown>>();
  for (const [i, { test }] of all.entries()) {
    let known = results.get(test);
    if (!known) results.set(test, (known = yield* ask('memory', test.name)));
    const type = types[i];
    if (!type || known.has(type.id)) continue;
    let ofTest = open.get(test);
    if (!ofTest) open.set(test, (ofTest = new Map()));
    ofTest.set(type.id, type);
  }
  yield* together([...open].flatMap(([test, ofTest]) => [...ofTest.values()].map(type => judge(type, test))));
  let i = 0;
  return groups.map(group => {
    let some = false;
    for (const { test } of group) {
      const type = types[i++];
      some ||= type !== undefined && results.get(test)!.get(type.id) === true;
    }
    return some;
  });
}

function* judge(type: TypeInfo, { name, holds }: TypeTest): Asking<void> {
  const found = yield* holds(type);
  (yield* ask('memory', name)).set(type.id, found);
}
