import { ask, type Asking } from '../engine/questions.ts';
import { awaitable } from '../facts/awaitable.ts';
import { escapesUnharmed } from '../facts/escapes.ts';
import { mendAwaitOfValue } from '../fixes/needless-await.ts';
import { awaitReturned, returnUnawaited } from '../fixes/returned-promise.ts';
import {
  isArrowFunction,
  isAwaitExpression,
  isBlock,
  isConditionalExpression,
  isFunctionLikeDeclaration,
  isReturnStatement,
  SyntaxKind,
  type AwaitExpression,
  type Expression,
  type FunctionLikeDeclaration,
  type Node,
} from '../syntax/ast.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { isAsync, isGenerator, isPlainFunction } from '../syntax/functions.ts';
import { guardsOf, type Guard } from '../syntax/guards.ts';
import { NOTHING, type Report, type Rule } from './rule.ts';

const POLICIES = ['error-handling-correctness-only', 'in-try-catch', 'always', 'never'] as const;
type Policy = (typeof POLICIES)[number];

interface Options {
  readonly policy: Policy;
  readonly lenient: boolean;
  readonly nonAsync: boolean;
}

type Wanted = 'await' | 'no await' | 'either';

const WANTED: Readonly<Record<Policy, { readonly guarded: Wanted; readonly ordinary: Wanted }>> = {
  'error-handling-correctness-only': { guarded: 'await', ordinary: 'either' },
  'in-try-catch': { guarded: 'await', ordinary: 'no await' },
  always: { guarded: 'await', ordinary: 'await' },
  never: { guarded: 'no await', ordinary: 'no await' },
};

/**
 * A promise is returned out of a `try` block or the scope of a `using` declaration before it settles: `catch` does
 * not see it reject, and `finally` cleans up while the work is still going on.
 *
 *     try { return load(); } catch { … }          // reported
 *     try { return await load(); } catch { … }    // fine
 */
export const returnAwait: Rule<Options> = {
  meta: {
    name: 'return-await',
    category: 'correctness',
    summary: 'Reports promises that are returned out of `try` blocks and `using` scopes before they settle.',
    presets: {
      recommended: 'error',
      strict: 'error',
      'typescript-eslint': ['error', { policy: 'in-try-catch', lenient: false, nonAsync: false }],
    },
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        policy: {
          type: 'string',
          enum: POLICIES,
          description: 'Where a returned promise is to be awaited, and where not.',
          enumDescriptions: [
            'Awaited where `catch`, `finally` or `using` depends on it; elsewhere as you like.',
            'Awaited where `catch`, `finally` or `using` depends on it, and nowhere else.',
            'Awaited everywhere.',
            'Awaited nowhere.',
          ],
          default: 'error-handling-correctness-only',
        },
        nonAsync: {
          type: 'boolean',
          description:
            'Whether to look at functions that are not async, too: their `catch` never sees a promise reject.',
          default: true,
        },
        lenient: {
          type: 'boolean',
          description:
            'Whether to stay silent on promises that lose nothing by leaving early: those with a handler of their own, ' +
            'those that never reject, and those of async generators, which await them anyway; and on ' +
            'awaited values that are no promises, which are the business of `await-thenable`.',
          default: true,
        },
      },
    },
    equivalents: [
      { tool: 'eslint', rule: '@typescript-eslint/return-await' },
      { tool: 'oxlint', rule: 'typescript/return-await' },
    ],
  },

  kinds: ({ policy, lenient }) =>
    // Nothing is guarded in the body of `() => value`.
    policy === 'error-handling-correctness-only' && lenient
      ? [SyntaxKind.ReturnStatement]
      : [SyntaxKind.ReturnStatement, SyntaxKind.ArrowFunction],

  concerns(node, options) {
    const value = returnedBy(node);
    const fn = value && functionOf(value);
    return fn !== undefined && isLookedAt(fn, options);
  },

  *check(node, { options }) {
    const value = returnedBy(node)!;
    const fn = functionOf(value)!;
    const reports: Report[] = [];
    for (const each of alternatives(value)) reports.push(...(yield* checkReturned(each, fn, options)));
    return reports;
  },
};

function returnedBy(node: Node): Expression | undefined {
  if (isReturnStatement(node)) return node.expression;
  return isArrowFunction(node) && !isBlock(node.body) ? (node.body as Expression) : undefined;
}

function functionOf(node: Node): FunctionLikeDeclaration | undefined {
  let at = node.parent;
  while (at && !isFunctionLikeDeclaration(at)) at = at.parent;
  return at;
}

const awaits = (fn: FunctionLikeDeclaration): boolean => isPlainFunction(fn) && isAsync(fn);

function isLookedAt(fn: FunctionLikeDeclaration, { policy, lenient, nonAsync }: Options): boolean {
  const generates = isPlainFunction(fn) && isGenerator(fn);
  if (awaits(fn)) return !(generates && lenient);
  return nonAsync && !generates && policy !== 'never';
}

/** The values of which one is returned. */
function alternatives(value: Expression): readonly Expression[] {
  const node = withoutParentheses(value);
  return isConditionalExpression(node) ? [...alternatives(node.whenTrue), ...alternatives(node.whenFalse)] : [node];
}

function* checkReturned(
  value: Expression,
  fn: FunctionLikeDeclaration,
  { policy, lenient }: Options,
): Asking<readonly Report[]> {
  const guards = guardsOf(value);
  const mayAwait = awaits(fn);
  if (!mayAwait && guards.length === 0) return NOTHING;
  const wanted = WANTED[policy][guards.length > 0 ? 'guarded' : 'ordinary'];
  if (isAwaitExpression(value)) return yield* checkAwaited(value, guards, wanted, lenient);
  if (wanted !== 'await') return NOTHING;
  const type = yield* ask('typeAt', value);
  if (!type || (yield* awaitable(type)) !== 'thenable') return NOTHING;
  const [guard] = guards;
  if (guard && lenient && (yield* escapesUnharmed(value, type, guards, mayAwait))) return NOTHING;
  return [missingAwait(value, guard)];
}

function* checkAwaited(
  value: AwaitExpression,
  guards: readonly Guard[],
  wanted: Wanted,
  lenient: boolean,
): Asking<readonly Report[]> {
  if (lenient && wanted !== 'no await') return NOTHING;
  const type = yield* ask('typeAt', value.expression);
  if (!type) return NOTHING;
  const awaited = yield* awaitable(type);
  if (awaited === 'plain' && !lenient) return [needlessAwait(value, NO_PROMISE, () => mendAwaitOfValue(value, type))];
  if (awaited !== 'thenable' || wanted !== 'no await') return NOTHING;
  const isGuarded = guards.length > 0;
  return [needlessAwait(value, isGuarded ? FORBIDDEN : NOT_NEEDED, () => returnUnawaited(value, isGuarded))];
}

const NO_PROMISE = 'This `await` waits for nothing: the value is no promise. Return it as it is.';
const NOT_NEEDED = 'This `await` is not needed: the caller gets the same promise without it. Remove it.';
const FORBIDDEN = 'This `await` is against the policy `never`: promises are to be returned as they are. Remove it.';

const needlessAwait = (node: Node, message: string, fixes: Report['fixes']): Report => ({
  node,
  message,
  related: [],
  fixes,
});

const ESCAPES: Readonly<Record<Guard['kind'], { readonly message: string; readonly related: string }>> = {
  catch: {
    message: 'This promise leaves the `try` before it settles: when it rejects, `catch` does not run. Await it.',
    related: 'this `catch` does not see the rejection',
  },
  finally: {
    message: 'This promise leaves the `try` before it settles: `finally` runs while its work goes on. Await it.',
    related: 'this `finally` does not wait for the promise',
  },
  using: {
    message: 'This promise leaves the scope before it settles: what it may use is disposed of already. Await it.',
    related: 'this is disposed of before the promise settles',
  },
};

function missingAwait(node: Expression, guard: Guard | undefined): Report {
  const fixes: Report['fixes'] = () => awaitReturned(node, guard !== undefined);
  if (!guard) return { node, message: NOT_AWAITED, related: [], fixes };
  const { message, related } = ESCAPES[guard.kind];
  return { node, message, related: [{ at: guard.node, message: related }], fixes };
}

const NOT_AWAITED =
  'This promise is returned without `await`: when it rejects, the stack trace does not show this function. Await it.';
