import type { JsonSchema } from '../../shared/rule-meta.ts';
import { ask, type Asking, type SymbolInfo } from '../engine/questions.ts';
import { awaitsCallback } from '../facts/awaited-callbacks.ts';
import { calleeSymbol, writtenName } from '../facts/callee.ts';
import { cannotReject } from '../facts/cannot-reject.ts';
import { memberText } from '../facts/constant-names.ts';
import { isMember, isStoredPromise } from '../facts/stored-promises.ts';
import { maybeWronglyDisposed, wronglyDisposed } from '../facts/disposal.ts';
import { isPromiseFunction, mayTakeAnything } from '../facts/function-types.ts';
import {
  HANDING_KINDS,
  ignoredResults,
  ignoredSuspects,
  maybeIgnored,
  type IgnoredResult,
  type Place,
} from '../facts/ignored-results.ts';
import { addsToQuery } from '../facts/lazy.ts';
import { namesIn } from '../facts/members.ts';
import { isFromLib } from '../facts/origin.ts';
import { observesPromises } from '../facts/observers.ts';
import { isAlwaysThenable, isArrayOrTuple, isAwaited, isPromiseConstructor } from '../facts/promises.ts';
import { functionSuspects, joined, promiseSuspects } from '../facts/suspects.ts';
import { asyncPredicateFixes } from '../fixes/async-predicate.ts';
import { awaitValue } from '../fixes/await-value.ts';
import { ignoredResultFixes } from '../fixes/ignored-result.ts';
import {
  isArrowFunction,
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isSpreadAssignment,
  isSpreadElement,
  SyntaxKind,
  type CallExpression,
  type Expression,
  type NewExpression,
  type Node,
} from '../syntax/ast.ts';
import { invoked } from '../syntax/accesses.ts';
import { TESTING_KINDS, testedBy } from '../syntax/conditions.ts';
import { memberName, withoutParentheses } from '../syntax/expressions.ts';
import { isAsync, isPlainFunction } from '../syntax/functions.ts';
import { endOfHead, maybePromise, maybePromiseFunction, returnedBy } from '../syntax/promise-values.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

interface Options {
  readonly checksConditionals: boolean;
  readonly checksSpreads: boolean;
  readonly checksVoidReturn: boolean | Readonly<Partial<Record<Place, boolean>>>;
  readonly ignoreExecutors: boolean;
  readonly ignoreNeverRejecting: boolean;
  readonly ignoreObserved: boolean;
  readonly ignoreStored: boolean;
}

type Context = RuleContext<Options>;

const flag = (description: string, value: boolean): JsonSchema => ({ type: 'boolean', description, default: value });

const PLACES: Readonly<Record<Place, string>> = {
  arguments: 'Whether to check functions passed as arguments.',
  attributes: 'Whether to check functions given to JSX attributes.',
  inheritedMethods: 'Whether to check methods of classes and interfaces against those that they inherit.',
  properties: 'Whether to check functions that are properties of objects.',
  returns: 'Whether to check functions that are returned.',
  variables: 'Whether to check functions assigned to variables.',
};

/**
 * A promise stands where its value was meant, or a function that returns promises is given to code that
 * ignores them.
 *
 *     if (isOpen()) …                        // reported: always true
 *     orders.forEach(async order => { … });  // reported: nobody waits
 */
export const noMisusedPromises: Rule<Options> = {
  meta: {
    name: 'no-misused-promises',
    category: 'correctness',
    summary: 'Reports promises where their value was meant, and async functions given to code that ignores promises.',
    presets: {
      // Who declares that a property or an inherited method returns `void` often awaits it all the same.
      recommended: ['error', { checksVoidReturn: { inheritedMethods: false, properties: false } }],
      strict: ['error', { ignoreNeverRejecting: false, ignoreObserved: false, ignoreStored: false }],
      'typescript-eslint': [
        'error',
        { ignoreExecutors: false, ignoreNeverRejecting: false, ignoreObserved: false, ignoreStored: false },
      ],
    },
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        checksConditionals: flag(
          'Whether to report promises as conditions, and predicates that return promises.',
          true,
        ),
        checksSpreads: flag('Whether to report promises that are spread with `...`.', true),
        checksVoidReturn: {
          description: 'Whether, or in which places, to report async functions where no result is expected.',
          default: true,
          anyOf: [
            { type: 'boolean' },
            {
              type: 'object',
              additionalProperties: false,
              properties: Object.fromEntries(
                Object.entries(PLACES).map(([place, description]) => [place, flag(description, true)]),
              ),
            },
          ],
        },
        ignoreExecutors: flag(
          'Whether to leave functions given to `new Promise` to the rule `promise-executor`.',
          true,
        ),
        ignoreNeverRejecting: flag('Whether to stay silent on functions whose promises never reject.', true),
        ignoreObserved: flag('Whether to stay silent where a library is known to handle the promise.', true),
        ignoreStored: flag(
          'Whether to stay silent on conditions that ask whether a promise has been stored yet.',
          true,
        ),
      },
    },
    equivalents: [
      { tool: 'eslint', rule: '@typescript-eslint/no-misused-promises' },
      { tool: 'oxlint', rule: 'typescript/no-misused-promises' },
      { tool: 'biome', rule: 'nursery/noMisusedPromises' },
    ],
  },

  kinds: options => [
    ...new Set([
      ...(options.checksConditionals ? [...TESTING_KINDS, SyntaxKind.CallExpression] : []),
      ...(options.checksSpreads ? [SyntaxKind.SpreadAssignment, SyntaxKind.SpreadElement] : []),
      ...placesOf(options).flatMap(place => HANDING_KINDS[place]),
    ]),
  ],

  suspects(node, options) {
    const { checksConditionals, checksSpreads } = options;
    return joined([
      checksConditionals
        ? testedBy(node)
            .filter(one => isSuspect(one, options))
            .flatMap(promiseSuspects)
        : [],
      checksConditionals && arrayOf(node) ? functionSuspects((node as CallExpression).arguments[0]!) : [],
      checksSpreads && (isSpreadAssignment(node) || isSpreadElement(node)) ? promiseSuspects(node.expression) : [],
      isHandingOver(node, options) && maybeIgnored(node) ? ignoredSuspects(node) : [],
      isHandingOver(node, options) && maybeWronglyDisposed(node) ? undefined : [],
    ]);
  },

  *check(node, context) {
    const { options } = context;
    const reports: Report[] = [];
    if (options.checksConditionals) {
      for (const tested of testedBy(node)) {
        if (!isSuspect(tested, options) || (options.ignoreStored && (yield* isStoredPromise(tested)))) continue;
        if (yield* isAlwaysPromise(tested)) reports.push(condition(tested));
      }
      const predicate = isCallExpression(node) ? yield* asyncPredicate(node, options) : undefined;
      if (predicate) reports.push(predicate);
    }
    if (options.checksSpreads && (isSpreadAssignment(node) || isSpreadElement(node))) {
      if (yield* isSometimesPromise(node.expression)) reports.push(spread(node.expression));
    }
    if (isHandingOver(node, options)) reports.push(...(yield* ignored(node, context)));
    return reports;
  },
};

/** Whether a condition may be a promise that counts, as far as its syntax tells. */
const isSuspect = (tested: Expression, { ignoreStored }: Options): boolean =>
  maybePromise(tested) && !(ignoreStored && isMember(tested));

function placesOf({ checksVoidReturn }: Options): readonly Place[] {
  if (checksVoidReturn === false) return [];
  const places = Object.keys(PLACES) as Place[];
  return checksVoidReturn === true ? places : places.filter(place => checksVoidReturn[place] !== false);
}

/** The kinds of nodes that hand functions over. Looked up for every node: kept. */
const handingKinds = new WeakMap<Options, ReadonlySet<SyntaxKind>>();

function isHandingOver(node: Node, options: Options): boolean {
  let kinds = handingKinds.get(options);
  if (!kinds) {
    kinds = new Set(placesOf(options).flatMap(place => HANDING_KINDS[place]));
    handingKinds.set(options, kinds);
  }
  return kinds.has(node.kind);
}

function* isAlwaysPromise(tested: Expression): Asking<boolean> {
  const type = yield* ask('typeAt', tested);
  return type !== undefined && (yield* isAlwaysThenable(type));
}

function* isSometimesPromise(value: Expression): Asking<boolean> {
  const type = maybePromise(value) ? yield* ask('typeAt', value) : undefined;
  return type !== undefined && (yield* isAwaited(type));
}

const condition = (promise: Expression): Report => ({
  node: promise,
  message: 'This condition is a promise, which is always true, whatever it resolves to. Await it.',
  compilerError: 2801,
  related: [],
  fixes: () => awaitValue(promise),
});

const spread = (promise: Expression): Report => ({
  node: promise,
  message: 'A promise has nothing to spread: what it resolves to is left out. Await it.',
  related: [],
  fixes: () => awaitValue(promise),
});

const PREDICATE_METHODS: ReadonlySet<string | undefined> = new Set([
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'some',
]);

function* asyncPredicate(call: CallExpression, { ignoreStored }: Options): Asking<Report | undefined> {
  const [callback] = call.arguments;
  const array = arrayOf(call);
  if (!array || !callback || !(yield* isPromiseFunction(callback))) return undefined;
  if (ignoreStored && (yield* asksForStored(callback))) return undefined;
  const method = yield* memberText(call.expression);
  if (!PREDICATE_METHODS.has(method) || !(yield* isArrayOrTuple(yield* ask('typeAt', array)))) return undefined;
  return {
    node: callback,
    until: endOfHead(callback),
    message:
      `\`${method}\` takes the promise that this function returns for its answer, and a promise is always true. ` +
      'Await the answers with `Promise.all` first.',
    related: [],
    fixes: () => asyncPredicateFixes(call, array, method!),
  };
}

/** `queries.filter(query => query.pending)` asks which have a promise. */
function* asksForStored(callback: Expression): Asking<boolean> {
  if (!isArrowFunction(callback) || isAsync(callback)) return false;
  for (const value of returnedBy(callback)) if (!(yield* isStoredPromise(value))) return false;
  return true;
}

/** The `a` of `a.filter(…)` and of `a[name](…)`, if the name may be that of a method with a predicate. */
function arrayOf(node: Node): Expression | undefined {
  if (!isCallExpression(node) || !node.arguments[0] || !maybePromiseFunction(node.arguments[0])) return undefined;
  const access = withoutParentheses(node.expression);
  if (isPropertyAccessExpression(access)) {
    return PREDICATE_METHODS.has(access.name.text) ? access.expression : undefined;
  }
  return isElementAccessExpression(access) ? access.expression : undefined;
}

function* ignored(node: Node, context: Context): Asking<readonly Report[]> {
  const { options } = context;
  const reports: Report[] = [];
  const disposed = placesOf(options).includes('variables') ? yield* wronglyDisposed(node) : undefined;
  if (disposed) reports.push(wrongDisposal(disposed));
  for (const found of maybeIgnored(node) ? yield* ignoredResults(node) : []) {
    if (yield* isHarmless(found, node, context)) continue;
    reports.push(yield* ignoredFunction(found, node));
  }
  return reports;
}

function* isHarmless({ fn, place }: IgnoredResult, node: Node, { options, packs }: Context): Asking<boolean> {
  if (options.ignoreNeverRejecting && (yield* cannotReject(fn))) return true;
  if (options.ignoreExecutors && isNewExpression(node) && (yield* isPromiseConstruction(node))) return true;
  if (!options.ignoreObserved) return false;
  if (place === 'arguments' || place === 'attributes') {
    if ((yield* takesAnyResult(fn as Expression)) || (yield* awaitsCallback(fn as Expression))) return true;
  }
  if (!isCallExpression(node)) return false;
  if (yield* observesPromises(invoked(node.expression), namesIn(packs, 'observesPromises'))) return true;
  return yield* addsToQuery(node.expression, fn as Expression, namesIn(packs, 'lazyThenables'));
}

/** Who takes functions of several types, one of which may return anything, may look at what comes back. */
function* takesAnyResult(fn: Expression): Asking<boolean> {
  const expected = yield* ask('contextualType', fn);
  return expected !== undefined && (yield* mayTakeAnything(expected));
}

function* isPromiseConstruction({ expression }: NewExpression): Asking<boolean> {
  const type = yield* ask('typeAt', expression);
  return type !== undefined && (yield* isPromiseConstructor(type));
}

const wrongDisposal = (node: Expression): Report => ({
  node,
  message:
    'Disposing of this object takes a promise that nobody waits for: errors are lost. ' +
    'Use `[Symbol.asyncDispose]` and `await using`.',
  related: [],
  fixes: function* () {
    return [];
  },
});

function* ignoredFunction(found: IgnoredResult, node: Node): Asking<Report> {
  const { fn, heritage } = found;
  const named = yield* declarationOf(fn);
  return {
    ...shownAt(found),
    message:
      `${yield* whoIgnores(found, node)} ignores the promise that this ${heritage ? 'method' : 'function'} returns: ` +
      'nobody waits for it, and if it rejects, the error is lost. Handle errors inside, or wait for the promise.',
    related: named ? [{ at: named.declarations[0]!, message: `\`${writtenName(named)}\` is declared here` }] : [],
    fixes: () => ignoredResultFixes(fn, node),
  };
}

/** A function written as a property is shown from its name on, or by its return type. */
function shownAt({ fn, at, place }: IgnoredResult): Pick<Report, 'node' | 'until'> {
  if (place !== 'properties') return { node: at, until: at === fn ? endOfHead(fn) : at };
  const value = withoutParentheses(fn as Expression);
  if (!isPlainFunction(value)) return { node: fn };
  if (value.type) return { node: value.type };
  return { node: isPropertyAssignment(fn.parent) ? fn.parent : fn, until: endOfHead(value) };
}

function* whoIgnores({ place, heritage }: IgnoredResult, node: Node): Asking<string> {
  if (heritage) return `\`${yield* ask('typeText', heritage)}\``;
  const callee = isCallExpression(node) || isNewExpression(node) ? calleeName(invoked(node.expression)) : undefined;
  return callee ? `\`${callee}\`` : WHO[place];
}

const WHO: Readonly<Record<Place, string>> = {
  arguments: 'The function called',
  attributes: 'The component',
  inheritedMethods: 'The inherited type',
  properties: 'The owner of this property',
  returns: 'The caller',
  variables: 'Whoever calls this variable',
};

function calleeName(callee: Expression): string | undefined {
  const name = withoutParentheses(callee);
  return isIdentifier(name) ? name.text : memberName(name);
}

function* declarationOf(fn: Node): Asking<SymbolInfo | undefined> {
  if (!isIdentifier(fn) && !isPropertyAccessExpression(fn)) return undefined;
  const symbol = yield* calleeSymbol(fn);
  return symbol && symbol.declarations.length > 0 && !isFromLib(symbol) ? symbol : undefined;
}
