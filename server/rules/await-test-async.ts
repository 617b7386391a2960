import { ask, type Asking } from '../engine/questions.ts';
import { calleeOf, calleeSymbol } from '../facts/callee.ts';
import { isOneOf, mayBeOneOf, namesIn } from '../facts/members.ts';
import { isCertainlyPromise } from '../facts/promises.ts';
import { awaitValue } from '../fixes/await-value.ts';
import type { FixDraft } from '../fixes/draft.ts';
import { assertRejectionFix, expectRejectionFix, removeParameterFix } from '../fixes/test-async.ts';
import type { Pack } from '../packs/pack.ts';
import {
  isArrowFunction,
  isCallExpression,
  isExpressionStatement,
  isFunctionExpression,
  isIdentifier,
  SyntaxKind,
  type CallExpression,
  type Expression,
  type ExpressionStatement,
} from '../syntax/ast.ts';
import { calleeName, memberName, withoutParentheses } from '../syntax/expressions.ts';
import { expectationOf, membersOf, saysToWait, type Expectation } from '../syntax/expectations.ts';
import { isAsync, isPlainFunction } from '../syntax/functions.ts';
import { NOTHING, type Report, type Rule } from './rule.ts';

type Found = Asking<readonly Report[]>;

interface Options {
  readonly checkFailing: boolean;
}

/**
 * Tests that do not wait for what they test, and are green whatever happens.
 *
 *     expect(page.title()).toBeTruthy();         // reported: a promise is truthy
 *     expect(await page.title()).toBeTruthy();   // fine
 */
export const awaitTestAsync: Rule<Options> = {
  meta: {
    name: 'await-test-async',
    category: 'tests',
    summary: 'Reports assertions about a promise instead of its value, and tests that do not wait for their work.',
    presets: { recommended: 'error', strict: ['error', { checkFailing: true }], 'typescript-eslint': 'off' },
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        checkFailing: {
          type: 'boolean',
          description: 'Whether to report assertions about a promise, too, that fail whenever they run.',
          default: false,
        },
      },
    },
    equivalents: [],
  },

  kinds: () => [SyntaxKind.CallExpression, SyntaxKind.ExpressionStatement],

  *check(node, { packs, options }) {
    if (isExpressionStatement(node)) return yield* checkStatement(node, packs);
    if (!isCallExpression(node)) return NOTHING;
    const expectation = expectationOf(node);
    if (expectation) return yield* checkExpectation(expectation, packs, options);
    return [...(yield* checkAssertion(node, packs, options)), ...(yield* checkTest(node, packs))];
  },
};

/** An assertion that is thenable stands alone. Of real promises `no-floating-promises` speaks. */
function* checkStatement({ expression }: ExpressionStatement, packs: readonly Pack[]): Found {
  const named = namesIn(packs, 'asyncAssertions');
  const isCall = isCallExpression(expression);
  if (!membersOf(expression).some(member => saysToWait(member) || mayBeOneOf(member, named))) return NOTHING;
  // `notify(done)` tells the runner by itself.
  if (isCall && memberName(expression.expression) === 'notify') return NOTHING;
  const called = isCall ? yield* calleeSymbol(expression.expression) : undefined;
  const type = yield* ask('typeAt', expression);
  const own = type?.symbol ? yield* ask('symbolOfType', type) : undefined;
  for (const symbol of [called, own]) {
    if (!symbol || !(yield* isOneOf(symbol, named))) continue;
    const message =
      'Nobody waits for this assertion: when it fails, the test is over already, and green. Await or return it.';
    return [{ node: expression, message, related: [], fixes: () => awaitValue(expression) }];
  }
  return NOTHING;
}

/** `expect(promise).toBe(…)` and `expect(async () => …).toThrow()`. */
function* checkExpectation(expectation: Expectation, packs: readonly Pack[], options: Options): Found {
  const { value, matcher, members, whole } = expectation;
  const values = namesIn(packs, 'valueMatchers');
  const throws = namesIn(packs, 'throwMatchers');
  if (members.some(saysToWait) || !(mayBeOneOf(matcher.text, values) || mayBeOneOf(matcher.text, throws))) {
    return NOTHING;
  }
  const isValue = yield* isPromiseValue(value);
  if (!isValue && !(yield* isAsyncFunction(value))) return NOTHING;
  const symbol = yield* ask('symbolAt', matcher);
  if (!symbol) return NOTHING;
  if (isValue) {
    const passes = members.includes('not') !== PASSED_BY_PROMISES.has(matcher.text);
    if (!(passes || options.checkFailing) || (yield* comparesPromises(whole))) return NOTHING;
    return (yield* isOneOf(symbol, values)) ? [aboutPromise(value)] : NOTHING;
  }
  return (yield* isOneOf(symbol, throws)) ? [neverThrows(value, () => expectRejectionFix(expectation))] : NOTHING;
}

/** What is true of every promise. */
const PASSED_BY_PROMISES: ReadonlySet<string> = new Set(['toBeDefined', 'toBeTruthy', 'exist', 'ok']);

/** `assert.notEqual(promise, …)` and `assert.throws(async () => …)`. */
function* checkAssertion(call: CallExpression, packs: readonly Pack[], options: Options): Found {
  const values = namesIn(packs, 'valueAssertions');
  const throws = namesIn(packs, 'throwAssertions');
  const name = calleeName(call.expression);
  if (!mayBeOneOf(name, values) && !mayBeOneOf(name, throws)) return NOTHING;
  const [argument, ...others] = call.arguments;
  if (!argument) return NOTHING;
  const isValue = yield* isPromiseValue(argument);
  if (!isValue && !(yield* isAsyncFunction(argument))) return NOTHING;
  const symbol = yield* calleeSymbol(call.expression);
  if (!symbol) return NOTHING;
  if (isValue) {
    if (!name?.startsWith('not') && !options.checkFailing) return NOTHING;
    for (const other of others) if (yield* isPromiseValue(other)) return NOTHING;
    return (yield* isOneOf(symbol, values)) ? [aboutPromise(argument)] : NOTHING;
  }
  return (yield* isOneOf(symbol, throws)) ? [neverThrows(argument, () => assertRejectionFix(call))] : NOTHING;
}

/** `it('…', async done => …)`: two ways to say that the test is over. */
function* checkTest(call: CallExpression, packs: readonly Pack[]): Found {
  if (!isIdentifier(call.expression) || !TESTS.has(call.expression.text)) return NOTHING;
  const test = call.arguments.find(argument => isArrowFunction(argument) || isFunctionExpression(argument));
  if (!test || !isPlainFunction(test) || !isAsync(test) || test.parameters.length !== 1) return NOTHING;
  const done = test.parameters[0]!;
  const type = yield* ask('typeAt', done.name);
  if (!type) return NOTHING;
  const alias = type.aliasSymbol ? yield* ask('aliasOfType', type) : undefined;
  const own = type.symbol ? yield* ask('symbolOfType', type) : undefined;
  for (const symbol of [alias, own]) {
    if (!symbol || !(yield* isOneOf(symbol, namesIn(packs, 'doneCallbacks')))) continue;
    const message =
      'This test says twice when it is over, by a callback and by a promise: runners refuse that, or miss the ' +
      'errors of one of them. Do without the callback.';
    return [{ node: done, message, related: [], fixes: () => removeParameterFix(test, done) }];
  }
  return NOTHING;
}

/** What is given a `done`, by the names that runners share. */
const TESTS: ReadonlySet<string> = new Set([
  'after',
  'afterAll',
  'afterEach',
  'before',
  'beforeAll',
  'beforeEach',
  'it',
  'specify',
  'test',
]);

function* isPromiseValue(value: Expression): Asking<boolean> {
  const type = yield* ask('typeAt', value);
  return type !== undefined && (yield* isCertainlyPromise(type));
}

/** Two promises may well be compared: whether they are the same one. */
function* comparesPromises(matcher: Expression): Asking<boolean> {
  for (const expected of isCallExpression(matcher) ? matcher.arguments : []) {
    if (yield* isPromiseValue(expected)) return true;
  }
  return false;
}

/** A function that cannot throw at once: it is async, or all that it does is to call one that is. */
function* isAsyncFunction(value: Expression): Asking<boolean> {
  const expression = withoutParentheses(value);
  if (!isArrowFunction(expression)) return yield* callsAsyncFunction(expression);
  if (isAsync(expression)) return true;
  const { body } = expression;
  const isPlainCall = isCallExpression(body) && body.arguments.every(argument => !CAN_THROW.has(argument.kind));
  return isPlainCall && (yield* callsAsyncFunction(body.expression));
}

const CAN_THROW: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.CallExpression, SyntaxKind.NewExpression]);

function* callsAsyncFunction(callee: Expression): Asking<boolean> {
  const called = yield* calleeOf(callee);
  return called.kind === 'functions' && called.functions.every(fn => isPlainFunction(fn) && isAsync(fn));
}

function aboutPromise(promise: Expression): Report {
  const message =
    'This assertion looks at a promise, not at the value that it will have, and so says nothing about it. ' +
    'Await the promise.';
  return { node: promise, message, related: [], fixes: () => awaitValue(promise) };
}

function neverThrows(fn: Expression, fixes: () => Asking<readonly FixDraft[]>): Report {
  const message =
    'An async function never throws, its promise rejects: this assertion does not see it. ' +
    'Await an assertion about the rejection.';
  return { node: fn, message, related: [], fixes };
}
