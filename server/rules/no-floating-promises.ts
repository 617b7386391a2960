import type { JsonSchema } from '../../shared/rule-meta.ts';
import { ask, TypeFlags, type Asking, type SymbolInfo, type TypeInfo } from '../engine/questions.ts';
import { calleeSymbol, writtenName } from '../facts/callee.ts';
import { isLazy, makesQuery } from '../facts/lazy.ts';
import { namesIn } from '../facts/members.ts';
import { isFromLib } from '../facts/origin.ts';
import { elementTypes, isCallable, isPromise, isThenable, unionParts } from '../facts/promises.ts';
import { rejectionsOf } from '../facts/rejections.ts';
import { isSelfHandledCall } from '../facts/self-handled.ts';
import { HOLDS_THEN } from '../facts/suspects.ts';
import { typeMatches, valueMatches, type Specifier } from '../facts/specifiers.ts';
import { floatingPromiseFixes, type FloatingReason } from '../fixes/floating-promise.ts';
import {
  isArrowFunction,
  isAwaitExpression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isExpressionStatement,
  isIdentifier,
  isVoidExpression,
  SyntaxKind,
  type CallExpression,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { chainCall, isAssignment, isImmediatelyInvoked, isLogical, withoutParentheses } from '../syntax/expressions.ts';
import { NOTHING, type Report, type Rule, type RuleContext } from './rule.ts';
import { SPECIFIERS_SCHEMA } from './specifiers-schema.ts';

interface Options {
  readonly allowForKnownSafeCalls: readonly Specifier[];
  readonly allowForKnownSafePromises: readonly Specifier[];
  readonly checkLazyThenables: boolean;
  readonly checkThenables: boolean;
  readonly ignoreIIFE: boolean;
  readonly ignoreVoid: boolean;
  readonly ignoreSelfHandled: boolean;
}

type Context = RuleContext<Options>;

/** What is wrong with an expression, and which part of it is to blame. */
interface Floating {
  readonly why: FloatingReason;
  readonly culprit: Expression;
}

const flag = (description: string, value: boolean): JsonSchema => ({ type: 'boolean', description, default: value });

/**
 * The value of a statement is a promise (or an array of promises) that nothing handles. When it rejects,
 * the error reaches no code that waits for it: by default Node ends the process.
 *
 *     save(order);          // reported
 *     await save(order);    // handled
 */
export const noFloatingPromises: Rule<Options> = {
  meta: {
    name: 'no-floating-promises',
    category: 'correctness',
    summary: 'Reports promises that nothing awaits, returns or handles: their errors are lost.',
    presets: {
      recommended: 'error',
      strict: ['error', { ignoreSelfHandled: false }],
      'typescript-eslint': ['error', { ignoreSelfHandled: false, checkLazyThenables: false }],
    },
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        allowForKnownSafeCalls: { ...SPECIFIERS_SCHEMA, description: 'Functions whose calls may float.' },
        allowForKnownSafePromises: { ...SPECIFIERS_SCHEMA, description: 'Promise types that may float.' },
        checkLazyThenables: flag(
          'Whether to say of queries that nothing awaits that they never run: of those of Drizzle, Knex, Mongoose, ' +
            'Prisma and Supabase, and of what a pack names.',
          true,
        ),
        checkThenables: flag('Whether to report every thenable, not only the built-in `Promise`.', false),
        ignoreIIFE: flag('Whether to stay silent on async functions called where they are written.', false),
        ignoreVoid: flag('Whether `void` marks a promise as floating on purpose.', true),
        ignoreSelfHandled: flag(
          'Whether to stay silent on calls of functions that handle their promise themselves: those whose ' +
            '`catch` or handlers leave nothing that could reject it, and those of libraries that do (`node:test`).',
          true,
        ),
      },
    },
    equivalents: [
      { tool: 'eslint', rule: '@typescript-eslint/no-floating-promises' },
      { tool: 'oxlint', rule: 'typescript/no-floating-promises' },
      { tool: 'biome', rule: 'nursery/noFloatingPromises' },
    ],
  },

  kinds: options =>
    options.ignoreVoid ? [SyntaxKind.ExpressionStatement] : [SyntaxKind.ExpressionStatement, SyntaxKind.ArrowFunction],

  suspects(node) {
    const expression = discardedBy(node);
    return expression ? valuesIn(expression).map(value => ({ value, test: HOLDS_THEN })) : [];
  },

  *check(node, context) {
    const expression = discardedBy(node);
    if (!expression || (context.options.ignoreIIFE && isImmediatelyInvoked(expression))) return NOTHING;
    if (isCallExpression(expression) && (yield* isKnownSafeCall(expression, context))) return NOTHING;
    const floating = yield* floatingIn(expression, context);
    if (!floating || (yield* isSelfHandled(floating, context))) return NOTHING;
    return [yield* report(isArrowFunction(node) ? expression : node, expression, floating, context)];
  },
};

/** What may be a promise in an expression that is thrown away. */
function valuesIn(expression: Expression): readonly Expression[] {
  const node = withoutParentheses(expression);
  if (isVoidExpression(node)) return valuesIn(node.expression);
  if (isBinaryExpression(node)) {
    if (isAssignment(node)) return [];
    if (node.operatorToken.kind === SyntaxKind.CommaToken) return [...valuesIn(node.left), ...valuesIn(node.right)];
  }
  return NEVER_A_PROMISE.has(node.kind) ? [] : [node];
}

/** The expression whose value a node throws away. An arrow function does so only by `() => void f()`. */
function discardedBy(node: Node): Expression | undefined {
  if (isExpressionStatement(node)) return withoutParentheses(node.expression);
  const body = isArrowFunction(node) ? withoutParentheses(node.body as Expression) : undefined;
  return body && isVoidExpression(body) ? body : undefined;
}

function* isKnownSafeCall(call: CallExpression, { options, root }: Context): Asking<boolean> {
  const allowed = options.allowForKnownSafeCalls;
  if (allowed.length === 0) return false;
  const type = yield* ask('typeAt', call.expression);
  if (!type) return false;
  return (yield* valueMatches(call.expression, type, allowed, root)) || (yield* typeMatches(type, allowed, root));
}

function* isSelfHandled({ why, culprit }: Floating, { options, packs }: Context): Asking<boolean> {
  if (!options.ignoreSelfHandled || why === 'never-runs' || !isCallExpression(culprit)) return false;
  if (yield* isSelfHandledCall(culprit, namesIn(packs, 'selfHandledCalls'))) return true;
  // What never rejects because nothing can fail, such as a pause, has more likely been forgotten, unless code follows
  // it.
  const rejections = yield* rejectionsOf(culprit, 'work');
  return rejections.kind === 'never' && (rejections.handled || chainCall(culprit) !== undefined);
}

function* floatingIn(expression: Expression, context: Context): Asking<Floating | undefined> {
  const node = withoutParentheses(expression);
  if (isBinaryExpression(node)) {
    if (isAssignment(node)) return undefined;
    // Each side of a comma is thrown away, whatever the value of the whole.
    if (node.operatorToken.kind === SyntaxKind.CommaToken)
      return yield * firstFloating([node.left, node.right], context);
  }
  if (isVoidExpression(node)) {
    const floating = yield* floatingIn(node.expression, context);
    // Whoever writes `void` wants no answer, but that the query runs.
    return context.options.ignoreVoid && floating?.why !== 'never-runs' ? undefined : floating;
  }
  if (NEVER_A_PROMISE.has(node.kind)) return undefined;

  const type = yield* ask('typeAt', node);
  if (!type) return undefined;
  if (yield* isPromiseArray(type, context)) return { why: 'array', culprit: node };
  if (isAwaitExpression(node)) return undefined;
  const lazy = context.options.checkLazyThenables ? namesIn(context.packs, 'lazyThenables') : [];
  const maybeQuery = yield* isLazy(type, lazy);
  const floats = yield* isPromiseLike(type, context);
  if (!floats && !maybeQuery) return undefined;

  if (isCallExpression(node)) {
    const eager = namesIn(context.packs, 'startedAtOnce');
    if (maybeQuery && (yield* makesQuery(node, lazy, eager))) return { why: 'never-runs', culprit: node };
    return floats ? yield* floatingCall(node, context) : undefined;
  }
  if (isConditionalExpression(node)) return yield* firstFloating([node.whenFalse, node.whenTrue], context);
  if (isBinaryExpression(node) && isLogical(node)) return yield* firstFloating([node.left, node.right], context);
  return floats ? { why: 'unhandled', culprit: node } : undefined;
}

function* floatingCall(call: CallExpression, context: Context): Asking<Floating | undefined> {
  const link = chainCall(call);
  if (link?.method === 'finally') return yield* floatingIn(link.promise, context);
  if (!link?.onRejected) return { why: 'unhandled', culprit: call };
  return (yield* handles(link.onRejected, context)) ? undefined : { why: 'useless-handler', culprit: call };
}

function* handles(handler: Expression, { options }: Context): Asking<boolean> {
  const type = yield* ask('typeAt', handler);
  if (type && (yield* isCallable(type))) return true;
  // The compiler does not see what a closure assigns, as the function given to `new Promise` does with `resolve`.
  const variable = options.ignoreSelfHandled && isIdentifier(handler) ? yield* ask('symbolAt', handler) : undefined;
  const declared = variable && (yield* ask('typeOfSymbol', variable));
  const parts = declared ? yield* unionParts(declared) : [];
  const present = parts.filter(part => !(part.flags & (TypeFlags.Null | TypeFlags.Undefined)));
  for (const part of present) if (!(yield* isCallable(part))) return false;
  return present.length > 0;
}

function* firstFloating(expressions: readonly Expression[], context: Context): Asking<Floating | undefined> {
  for (const expression of expressions) {
    const floating = yield* floatingIn(expression, context);
    if (floating) return floating;
  }
  return undefined;
}

function* isPromiseLike(type: TypeInfo, { options, root }: Context): Asking<boolean> {
  if (yield* typeMatches(type, options.allowForKnownSafePromises, root)) return false;
  return (yield* isPromise(type)) || (options.checkThenables && (yield* isThenable(type)));
}

function* isPromiseArray(type: TypeInfo, context: Context): Asking<boolean> {
  for (const element of yield* elementTypes(type)) if (yield* isPromiseLike(element, context)) return true;
  return false;
}

/** Statements whose value is never a promise by their syntax: most of a program, and no type is asked for. */
const NEVER_A_PROMISE: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.DeleteExpression,
  SyntaxKind.FunctionExpression,
  SyntaxKind.ArrowFunction,
  SyntaxKind.NumericLiteral,
  SyntaxKind.ObjectLiteralExpression,
  SyntaxKind.PostfixUnaryExpression,
  SyntaxKind.PrefixUnaryExpression,
  SyntaxKind.StringLiteral,
  SyntaxKind.TypeOfExpression,
]);

function* report(
  node: Node,
  whole: Expression,
  { why, culprit }: Floating,
  { options }: Context,
): Asking<Report> {
  const called = yield* calledFunction(culprit);
  const orVoid = options.ignoreVoid ? ', or mark it with `void` if it may float' : '';
  const subject = called ? `\`${writtenName(called)}()\`` : 'it';
  const messages = {
    unhandled:
      `This promise floats: if ${subject} rejects, the error is lost. ` +
      `Await it, return it, or add \`.catch(…)\`${orVoid}.`,
    'useless-handler':
      'This promise floats: its rejection handler is not a function and is ignored. ' +
      `Pass a function, or await the promise${orVoid}.`,
    'never-runs': 'This query never runs: it waits to be awaited. Await it, or return it.',
    array: `These promises float: an array of promises waits for none of them. Await \`Promise.all(…)\`${orVoid}.`,
  };
  return {
    node,
    message: messages[why],
    related: called ? [{ at: called.declarations[0]!, message: `\`${writtenName(called)}\` is declared here` }] : [],
    fixes: () => floatingPromiseFixes(whole, culprit, why, options.ignoreVoid),
  };
}

/** The function worth naming: one with a name, that is not of the standard library such as `then`. */
function* calledFunction(culprit: Expression): Asking<SymbolInfo | undefined> {
  if (!isCallExpression(culprit)) return undefined;
  const symbol = yield* calleeSymbol(culprit.expression);
  const isNamed = symbol && symbol.declarations.length > 0 && /^[\p{ID_Start}$_#]/u.test(symbol.name);
  return isNamed && !isFromLib(symbol) ? symbol : undefined;
}
