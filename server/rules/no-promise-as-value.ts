import { ask, TypeFlags, type Asking, type TypeInfo } from '../engine/questions.ts';
import { calleeSymbol } from '../facts/callee.ts';
import { isOneOf, mayBeOneOf, namesIn } from '../facts/members.ts';
import { isFromLib } from '../facts/origin.ts';
import { isCertainlyPromise } from '../facts/promises.ts';
import { awaitValue } from '../fixes/await-value.ts';
import { insertAfter, type DraftEdit } from '../fixes/draft.ts';
import type { Pack } from '../packs/pack.ts';
import {
  isCallExpression,
  isShorthandPropertyAssignment,
  isSpreadElement,
  SyntaxKind,
  type CallExpression,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { calleeName, withoutParentheses } from '../syntax/expressions.ts';
import { isTypeChecked } from '../syntax/type-checked.ts';
import {
  mayBePromise,
  usedValues,
  valuesWithin,
  VALUE_USING_KINDS,
  type UsedValue,
  type ValueUse,
} from '../syntax/value-uses.ts';
import { NOTHING, type Report, type Rule } from './rule.ts';

/**
 * A promise where only its value makes sense: in a text, in JSON, in a calculation or a comparison.
 *
 *     `Hello ${load()}`         // reported: "Hello [object Promise]"
 *     `Hello ${await load()}`   // fine
 */
export const noPromiseAsValue: Rule = {
  meta: {
    name: 'no-promise-as-value',
    category: 'correctness',
    summary: 'Reports promises used as if they were their value: in texts, JSON, comparisons, assertions.',
    presets: { recommended: 'error', strict: 'error', 'typescript-eslint': 'off' },
    options: { type: 'object', additionalProperties: false, properties: {} },
    equivalents: [],
  },

  kinds: () => [...VALUE_USING_KINDS, SyntaxKind.CallExpression],

  check: (node, { packs }) => (isCallExpression(node) ? checkArgument(node, packs) : checkUses(node)),
};

function* checkUses(node: Node): Asking<readonly Report[]> {
  const reports: Report[] = [];
  for (const used of usedValues(node)) {
    const mistake = yield* mistakeIn(used);
    if (mistake) reports.push(report(used.value, WHY[mistake]));
  }
  return reports;
}

function* mistakeIn({ value, use, other }: UsedValue): Asking<Mistake | undefined> {
  // TypeScript has an error of its own for the other uses.
  const isOurs = use === 'text' || use === 'sum' || use === 'nullish' || !isTypeChecked(value.getSourceFile());
  if (!isOurs || (use === 'nullish' && !isCallExpression(withoutParentheses(value)))) return undefined;
  const type = yield* ask('typeAt', value);
  if (!type || !(yield* isCertainlyPromise(type))) return undefined;
  if (use === 'text') return (yield* hasOwn(type, 'toString')) ? undefined : 'text';
  if (!other || use === 'nullish') return use === 'sum' ? undefined : use;
  const otherType = yield* ask('typeAt', other);
  if (!otherType) return undefined;
  if (use === 'sum') return yield* mistakeInSum(value, otherType);
  if (use === 'comparison' && !(otherType.flags & SIMPLE)) return undefined;
  return use;
}

type Mistake = Exclude<ValueUse, 'sum'> | 'json' | 'truth';

/** Texts and numbers, which a promise never equals. */
const SIMPLE = TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.BigIntLike | TypeFlags.BooleanLike;

function* mistakeInSum(value: Expression, other: TypeInfo): Asking<Mistake | undefined> {
  // Adding a promise to a number makes a text, too, but TypeScript allows it for texts only.
  if (other.flags & TypeFlags.StringLike) return 'text';
  return other.flags & SIMPLE && !isTypeChecked(value.getSourceFile()) ? 'text' : undefined;
}

function* checkArgument(call: CallExpression, packs: readonly Pack[]): Asking<readonly Report[]> {
  const serializers = namesIn(packs, 'serializers');
  const assertions = namesIn(packs, 'truthAssertions');
  const callee = withoutParentheses(call.expression);
  const name = calleeName(callee);
  if (!mayBeOneOf(name, serializers) && !mayBeOneOf(name, assertions)) return NOTHING;
  const [argument] = call.arguments;
  if (!argument || isSpreadElement(argument)) return NOTHING;
  const promises: Expression[] = [];
  for (const value of valuesWithin(argument)) {
    const type = yield* ask('typeAt', value);
    if (type && (yield* isCertainlyPromise(type)) && !(yield* hasOwn(type, 'toJSON'))) promises.push(value);
  }
  const symbol = promises.length > 0 ? yield* calleeSymbol(callee) : undefined;
  if (!symbol) return NOTHING;
  if (yield* isOneOf(symbol, serializers)) return promises.map(promise => report(promise, WHY.json));
  const asserted = promises.filter(promise => promise === argument && mayBePromise(promise));
  return (yield* isOneOf(symbol, assertions)) ? asserted.map(promise => report(promise, WHY.truth)) : NOTHING;
}

/** Whether a class of promises says itself what becomes of it: the text of a command, say. */
function* hasOwn(type: TypeInfo, method: 'toString' | 'toJSON'): Asking<boolean> {
  const declared = yield* ask('property', { type, name: method });
  return declared !== undefined && !isFromLib(declared);
}

const WHY: Readonly<Record<Mistake, string>> = {
  text: 'This promise becomes the text `[object Promise]`, since its value is not there yet. Await it.',
  json: 'This promise is written as `{}`, since its value is not there yet. Await it.',
  truth: 'This assertion cannot fail: a promise is truthy, whatever its value will be. Await it.',
  nullish: 'A promise is never `null` or `undefined`, whatever its value will be. Await it.',
  comparison: 'A promise never equals a text, a number or a boolean. Await it.',
  number: 'A promise is not a number: this calculates with `NaN`. Await it.',
  key: 'This promise becomes the key `[object Promise]`. Await it.',
  choice: 'A `switch` compares this promise itself, not its value. Await it.',
};

function report(promise: Expression, message: string): Report {
  return { node: promise, message, related: [], fixes: () => awaitValue(promise, ...shorthandEdits(promise)) };
}

/** `{ name }` has no place for an `await`. */
function shorthandEdits(promise: Expression): [] | [DraftEdit[]] {
  return isShorthandPropertyAssignment(promise.parent) ? [[insertAfter(promise, `: await ${promise.getText()}`)]] : [];
}
