import { ask, TypeFlags, type Asking, type TypeInfo } from '../engine/questions.ts';
import { awaitable, isCertainlyPlain, leavesRoomForPromises, type Awaitable } from '../facts/awaitable.ts';
import { everyHas, iteratedTypes, someHas } from '../facts/iteration.ts';
import { constrained, elementTypes, isPromiseConstructor, isThenable, unionParts } from '../facts/promises.ts';
import { IS_PLAIN } from '../facts/suspects.ts';
import {
  awaitTogether,
  callFunction,
  mendAggregate,
  mendAwaitOfArray,
  mendAwaitOfValue,
  mendAwaitUsing,
  mendForAwait,
  spreadArray,
} from '../fixes/needless-await.ts';
import type { FixDraft } from '../fixes/draft.ts';
import {
  isArrayLiteralExpression,
  isAwaitExpression,
  isCallExpression,
  isElementAccessExpression,
  isExpressionStatement,
  isForOfStatement,
  isOmittedExpression,
  isPropertyAccessExpression,
  isSpreadElement,
  isVariableDeclarationList,
  isVoidExpression,
  SyntaxKind,
  type AwaitExpression,
  type CallExpression,
  type Expression,
  type ForOfStatement,
  type Node,
  type VariableDeclarationList,
} from '../syntax/ast.ts';
import { isConstant, memberName, parentBeyondParentheses, withoutParentheses } from '../syntax/expressions.ts';
import { keywordOf } from '../syntax/variable-lists.ts';
import { NOTHING, type Report, type Rule } from './rule.ts';

interface Options {
  readonly lenient: boolean;
}

/**
 * Something is waited for that is no promise. The await does nothing, and often shows that a promise got lost:
 * a function not called, an array of promises not joined.
 *
 *     await total(order);    // reported, when total() returns a number
 *     await save(order);     // fine
 */
export const awaitThenable: Rule<Options> = {
  meta: {
    name: 'await-thenable',
    category: 'correctness',
    summary: 'Reports `await`, `Promise.all`, `for await` and `await using` where there is no promise to wait for.',
    presets: {
      recommended: 'warn',
      strict: ['error', { lenient: false }],
      'typescript-eslint': ['error', { lenient: false }],
    },
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        lenient: {
          type: 'boolean',
          description:
            'Whether to stay silent where a promise may come despite the type (`object`, `() => void` callbacks, type ' +
            'parameters), and where it is meant (`await null`, arrays of promises and other values).',
          default: true,
        },
      },
    },
    equivalents: [
      { tool: 'eslint', rule: '@typescript-eslint/await-thenable' },
      { tool: 'oxlint', rule: 'typescript/await-thenable' },
    ],
  },

  kinds: () => [
    SyntaxKind.AwaitExpression,
    SyntaxKind.CallExpression,
    SyntaxKind.ForOfStatement,
    SyntaxKind.VariableDeclarationList,
  ],

  concerns(node) {
    if (isCallExpression(node)) return aggregation(node) !== undefined;
    if (isForOfStatement(node)) return node.awaitModifier !== undefined;
    return !isVariableDeclarationList(node) || keywordOf(node) === 'await using';
  },

  suspects: node => (isAwaitExpression(node) ? [{ value: node.expression, test: IS_PLAIN }] : undefined),

  *check(node, { options: { lenient } }) {
    if (isAwaitExpression(node)) return yield* checkAwait(node, lenient);
    if (isCallExpression(node)) return yield* checkAggregate(node, lenient);
    if (isForOfStatement(node)) return yield* checkForAwait(node, lenient);
    return isVariableDeclarationList(node) ? yield* checkAwaitUsing(node, lenient) : NOTHING;
  },
};

function* checkAwait(node: AwaitExpression, lenient: boolean): Asking<readonly Report[]> {
  const isStatement = isExpressionStatement(parentBeyondParentheses(node));
  if (lenient && isStatement && isConstant(node.expression)) return NOTHING;
  const type = yield* ask('typeAt', node.expression);
  if (!type || (yield* awaitable(type)) !== 'plain') return NOTHING;
  if (lenient && !(yield* isCertainlyPlain(node.expression, type))) return NOTHING;

  if (yield* returnsPromise(type)) return [uncalled(node, type)];
  if (yield* holdsPromises(type)) {
    // As a statement it is the business of no-floating-promises.
    return lenient && isStatement ? NOTHING : [report(node, ARRAY, () => mendAwaitOfArray(node))];
  }
  const message =
    `This \`await\` waits for nothing: ${yield* describe(type)} is no promise. ` +
    'Remove it, or look where the promise got lost.';
  return [{ ...report(node, message, () => []), fixes: () => mendAwaitOfValue(node, type) }];
}

const UNCALLED = 'This `await` waits for nothing: the function is not called. Call it.';
const UNCALLED_RESULT =
  'This `await` waits for nothing: the call returns a function, which is no promise. Call that as well, or remove the `await`.';
const ARRAY =
  'This `await` waits for nothing: an array is no promise, whatever is in it. Await `Promise.all(…)` of it instead.';

/** A call may return a function to be called later: both ways are open then. */
function uncalled(node: AwaitExpression, type: TypeInfo): Report {
  if (!isCallExpression(withoutParentheses(node.expression))) {
    return report(node, UNCALLED, () => callFunction(node.expression));
  }
  const fixes = function* (): Asking<readonly FixDraft[]> {
    return [...(yield* mendAwaitOfValue(node, type)), ...callFunction(node.expression)];
  };
  return { ...report(node, UNCALLED_RESULT, () => []), fixes };
}

function* returnsPromise(type: TypeInfo): Asking<boolean> {
  for (const signature of yield* ask('callSignatures', type)) {
    const returned = yield* ask('returnType', signature);
    if (returned && (yield* isThenable(returned, 1))) return true;
  }
  return false;
}

function* holdsPromises(type: TypeInfo): Asking<boolean> {
  for (const element of yield* elementTypes(type)) if (yield* isThenable(element, 1)) return true;
  return false;
}

const AGGREGATORS: ReadonlySet<string | undefined> = new Set(['all', 'allSettled', 'any', 'race']);

/** The parts of `Promise.all(values)` and its like, as far as the names tell. */
function aggregation(call: CallExpression) {
  const callee = withoutParentheses(call.expression);
  if (!isPropertyAccessExpression(callee) && !isElementAccessExpression(callee)) return undefined;
  const method = memberName(callee);
  const values = AGGREGATORS.has(method) ? call.arguments[0] : undefined;
  return values && { promise: callee.expression, method, values };
}

function* checkAggregate(call: CallExpression, lenient: boolean): Asking<readonly Report[]> {
  const { promise, method, values } = aggregation(call)!;
  const constructor = yield* ask('typeAt', promise);
  if (!constructor || !(yield* isPromiseConstructor(constructor))) return NOTHING;
  const name = `\`Promise.${method}\``;
  const list = withoutParentheses(values);
  if (isArrayLiteralExpression(list)) return yield* checkElements(list.elements, name, lenient);

  const type = yield* ask('typeAt', values);
  if (!type) return NOTHING;
  const known = yield* constrained(type);
  if (!(yield* everyHas(known, 'iterator'))) return NOTHING;
  const elements = yield* iteratedTypes(known);
  const parts = yield* flatParts(elements);
  const certain: boolean[] = [];
  for (const part of parts) certain.push(yield* isPlain(part, lenient));
  if (!(lenient ? certain.length > 0 && certain.every(Boolean) : certain.some(Boolean))) return NOTHING;
  const message = certain.every(Boolean)
    ? `${name} has nothing to wait for: these values are no promises. ` +
      'Use them as they are, or look where the promises got lost.'
    : `${name} gets promises and other values mixed. Look where the other promises got lost.`;
  return [report(values, message, () => (method === 'all' ? mendAggregate(call, values) : []))];
}

function* checkElements(elements: readonly Expression[], name: string, lenient: boolean): Asking<readonly Report[]> {
  const reports: Report[] = [];
  for (const element of elements) {
    const isIntended = lenient && (isVoidExpression(element) || isConstant(element));
    const written = isIntended || isOmittedExpression(element) ? undefined : yield* ask('typeAt', element);
    if (!written) continue;
    const type = yield* constrained(written);
    if (yield* isPlain(type, lenient)) reports.push(yield* plainElement(element, type, name));
  }
  return reports;
}

function* plainElement(element: Expression, type: TypeInfo, name: string): Asking<Report> {
  if (yield* returnsPromise(type)) {
    const message = `${name} waits for nothing here: the function is not called. Call it.`;
    return report(element, message, () => callFunction(element));
  }
  if (!isSpreadElement(element) && (yield* holdsPromises(type))) {
    const message = `${name} waits for nothing here: promises in an array within the array are not seen. Spread it.`;
    return report(element, message, () => spreadArray(element));
  }
  if (isAwaitExpression(element) && (yield* isPromiseValue(element.expression))) {
    const message = `This \`await\` holds up the rest of ${name}: what follows begins only when it is done. Remove it.`;
    return report(element, message, () => awaitTogether(element));
  }
  const message =
    `${name} waits for nothing here: ${yield* describe(type)} is no promise. ` +
    'Take it out, or look where the promise got lost.';
  return report(element, message, () => []);
}

function* isPromiseValue(value: Expression): Asking<boolean> {
  const type = yield* ask('typeAt', value);
  return type !== undefined && (yield* isThenable(type));
}

/** Whether no member of a union is thenable, none of them leaving room for promises when that counts. */
function* isPlain(type: TypeInfo, lenient: boolean): Asking<boolean> {
  for (const part of yield* unionParts(type)) if ((yield* awaitable(part)) !== 'plain') return false;
  return !lenient || !(yield* leavesRoomForPromises(type));
}

function* flatParts(types: readonly TypeInfo[]): Asking<readonly TypeInfo[]> {
  const parts: TypeInfo[] = [];
  for (const type of types) parts.push(...(yield* unionParts(type)));
  return parts;
}

function* checkForAwait(loop: ForOfStatement, lenient: boolean): Asking<readonly Report[]> {
  const type = yield* ask('typeAt', loop.expression);
  if (!type || type.flags & TypeFlags.Any || (yield* someHas(type, 'asyncIterator'))) return NOTHING;
  const yields = yield* yieldedBy(type);
  if (lenient && yields === 'open') return NOTHING;
  const message =
    yields === 'plain'
      ? 'This `for await` waits for nothing: its values come from a synchronous iterable. Use an ordinary `for…of`.'
      : 'This `for await` takes the promises of a synchronous iterable one by one: one that rejects before its turn ' +
        'is unhandled. Iterate over `await Promise.all(…)`.';
  return [{ ...report(loop, message, () => mendForAwait(loop, yields !== 'plain')), until: loop.expression }];
}

/** What a synchronous iterable yields; `open` also where promises come among other values. */
function* yieldedBy(type: TypeInfo): Asking<Awaitable> {
  if (!(yield* everyHas(type, 'iterator'))) return 'open';
  const found = new Set<Awaitable>();
  for (const part of yield* flatParts(yield* iteratedTypes(type))) {
    const yielded = yield* awaitable(part);
    found.add(yielded === 'plain' && (yield* leavesRoomForPromises(part)) ? 'open' : yielded);
  }
  return found.size === 1 ? [...found][0]! : 'open';
}

function* checkAwaitUsing(list: VariableDeclarationList, lenient: boolean): Asking<readonly Report[]> {
  const reports: Report[] = [];
  for (const { initializer } of list.declarations) {
    const type = initializer && (yield* ask('typeAt', initializer));
    if (!type || type.flags & TypeFlags.Any || (yield* someHas(type, 'asyncDispose'))) continue;
    if (lenient && !(yield* someHas(type, 'dispose'))) continue;
    reports.push(report(initializer, SYNC_DISPOSAL, () => mendAwaitUsing(list)));
  }
  return reports;
}

const SYNC_DISPOSAL =
  'This `await using` waits for nothing: the value has no `Symbol.asyncDispose`. Use `using` without `await`.';

const report = (node: Node, message: string, fixes: () => readonly FixDraft[]): Report => ({
  node,
  message,
  related: [],
  *fixes() {
    return fixes();
  },
});

const LONGEST_TYPE = 60;

/** A type as a message can name it. */
function* describe(type: TypeInfo): Asking<string> {
  const text = yield* ask('typeText', type);
  return text.length > LONGEST_TYPE || text.includes('\n') ? 'the value' : `\`${text}\``;
}
