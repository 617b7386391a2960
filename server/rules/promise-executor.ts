import { ask, TypeFlags, type Asking } from '../engine/questions.ts';
import { calleeSymbol } from '../facts/callee.ts';
import { isFromLib } from '../facts/origin.ts';
import { isCertainlyPromise } from '../facts/promises.ts';
import { rejectionsOf, rejectionsOfFunction } from '../facts/rejections.ts';
import type { FixDraft } from '../fixes/draft.ts';
import { asyncExecutorFixes, returnAfterFixes, returnedValueFixes, unwrapFixes } from '../fixes/promise-executor.ts';
import { isBlock, isCallExpression, SyntaxKind, type Expression } from '../syntax/ast.ts';
import { catchesEverything } from '../syntax/catches.ts';
import { chainOf, executorOf, onlyExpression, type Executor } from '../syntax/executors.ts';
import { usesOf } from '../syntax/parameter-uses.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { isAsync } from '../syntax/functions.ts';
import { modifierOf } from '../syntax/modifiers.ts';
import { returnedBy } from '../syntax/promise-values.ts';
import { mayStayPending, settledTwice } from '../syntax/settlements.ts';
import { NOTHING, type Report, type Rule } from './rule.ts';

interface Options {
  readonly checkNeedless: boolean;
}

/**
 * Mistakes in the function given to `new Promise`: what it throws late, returns or forgets reaches nobody.
 *
 *     new Promise(async resolve => resolve(await load()))   // reported: never settles when `load` fails
 *     load()                                                // fine
 */
export const promiseExecutor: Rule<Options> = {
  meta: {
    name: 'promise-executor',
    category: 'correctness',
    summary: 'Reports mistakes in the function given to `new Promise`: errors and values that reach nobody.',
    presets: { recommended: 'error', strict: ['error', { checkNeedless: true }], 'typescript-eslint': 'off' },
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        checkNeedless: {
          type: 'boolean',
          description: 'Whether to report a `new Promise` that only passes on another promise, and loses nothing.',
          default: false,
        },
      },
    },
    equivalents: [
      { tool: 'eslint', rule: 'no-async-promise-executor' },
      { tool: 'oxlint', rule: 'eslint/no-async-promise-executor' },
      { tool: 'biome', rule: 'suspicious/noAsyncPromiseExecutor' },
    ],
  },

  kinds: () => [SyntaxKind.NewExpression],

  *check(node, { options }) {
    const executor = executorOf(node);
    if (!executor) return NOTHING;
    const reports = isAsync(executor.function)
      ? yield * checkAsync(executor, options)
      : [
          ...checkSettlements(executor),
          ...(yield * checkReturned(executor)),
          ...(yield * checkNeedless(executor, options)),
        ];
    return reports.length > 0 && (yield* isBuiltin(executor)) ? reports : NOTHING;
  },
};

function* isBuiltin({ construction }: Executor): Asking<boolean> {
  const symbol = yield* calleeSymbol(construction.expression);
  return symbol !== undefined && isFromLib(symbol);
}

function* checkAsync(executor: Executor, { checkNeedless }: Options): Asking<readonly Report[]> {
  const keyword = modifierOf(executor.function, SyntaxKind.AsyncKeyword);
  const rejections = yield* rejectionsOfFunction(executor.function, 'may-throw');
  // A handler that rejects the promise is taken to succeed, whatever it calls for the message.
  const isHarmless = rejections.kind === 'never' || catchesEverything(executor.function.body);
  if (!keyword || (isHarmless && !checkNeedless)) return NOTHING;
  const message = isHarmless
    ? 'This executor is async, so `new Promise` is not needed around it. Call an async function instead.'
    : 'An async executor loses its errors: when something in it throws or rejects, this promise never settles. ' +
      'Call an async function instead of `new Promise`, or catch the error and reject.';
  const related = isHarmless ? [] : [{ at: rejections.at, message: 'What fails here is lost' }];
  return [{ node: keyword, message, related, fixes: () => asyncExecutorFixes(executor, isHarmless) }];
}

function checkSettlements(executor: Executor): readonly Report[] {
  const reports = settledTwice(executor).map(({ first, second }): Report => ({
    node: first,
    message: 'The promise is settled here and then once more, which does nothing. Return after the first time.',
    related: [{ at: second, message: 'This is ignored' }],
    fixes: () => returnAfterFixes(first),
  }));
  if (!mayStayPending(executor)) return reports;
  const message =
    'This promise may never settle: there is a way through its executor on which neither `resolve` nor `reject` ' +
    'is called, and whoever awaits it waits for ever. Call one of them in any case.';
  return [...reports, { node: executor.construction.expression, message, related: [], fixes: noFixes }];
}

function* checkReturned(executor: Executor): Asking<readonly Report[]> {
  const reports: Report[] = [];
  for (const returned of returnedBy(executor.function)) {
    const message = yield* whyNotToReturn(executor, returned);
    if (message)
      reports.push({ node: returned, message, related: [], fixes: () => returnedValueFixes(executor, returned) });
  }
  return reports;
}

/**
 * Calls are returned for brevity, as in `return resolve(1)` or `resolve => setTimeout(resolve, 1)`: fine but for
 * promises.
 */
function* whyNotToReturn(executor: Executor, returned: Expression): Asking<string | undefined> {
  const value = withoutParentheses(returned);
  const type = NEVER_A_RESULT.has(value.kind) ? undefined : yield* ask('typeAt', value);
  if (!type || type.flags & NO_VALUE) return undefined;
  if (yield* isCertainlyPromise(type)) {
    if (chainOf(value)?.handlesRejections || (yield* rejectionsOf(value, 'work')).kind === 'never') return undefined;
    return (
      'Nobody looks at the promise that this executor returns: when it rejects, the error is lost and ' +
      'the new promise never settles. Pass `reject` on to it, or do without `new Promise`.'
    );
  }
  if (isCallExpression(value) || !isBlock(executor.function.body)) return undefined;
  return 'What an executor returns is ignored. To settle the promise with this value, pass it to `resolve`.';
}

const NO_VALUE =
  TypeFlags.Any | TypeFlags.Void | TypeFlags.Undefined | TypeFlags.Null | TypeFlags.Never | TypeFlags.BooleanLike;

/** What ends an executor early and means nothing, or is done for its effect. */
const NEVER_A_RESULT: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.BinaryExpression,
  SyntaxKind.FalseKeyword,
  SyntaxKind.NullKeyword,
  SyntaxKind.NumericLiteral,
  SyntaxKind.TrueKeyword,
  SyntaxKind.VoidExpression,
]);

/** All that the executor does is to settle the promise as another one does. */
function* checkNeedless(executor: Executor, options: Options): Asking<readonly Report[]> {
  const whole = options.checkNeedless ? onlyExpression(executor) : undefined;
  const chain = whole && chainOf(whole);
  if (!chain?.handlesRejections || !settlesInHandlers(executor, whole!, chain.source)) return NOTHING;
  const type = yield* ask('typeAt', chain.source);
  if (!type || !(yield* isCertainlyPromise(type))) return NOTHING;
  const message =
    'There is a promise already: a `new Promise` around it adds nothing but places to lose errors. ' +
    'Use that promise, with `then` where its value has to change.';
  return [{ node: executor.construction.expression, message, related: [], fixes: () => unwrapFixes(executor) }];
}

function settlesInHandlers({ resolve }: Executor, whole: Expression, source: Expression): boolean {
  return resolve !== undefined && usesOf(resolve, whole).length > 0 && usesOf(resolve, source).length === 0;
}

function* noFixes(): Asking<readonly FixDraft[]> {
  return [];
}
