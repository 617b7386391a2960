import { ask, TypeFlags, type Asking } from '../engine/questions.ts';
import { calleeOf, calleeSymbol } from '../facts/callee.ts';
import { isFromLib } from '../facts/origin.ts';
import { apparent, isPromise, unionParts } from '../facts/promises.ts';
import { ownErrorOf } from '../facts/rejections.ts';
import { errorReasonFixes, splitCatchFix } from '../fixes/promise-chain.ts';
import {
  isCallExpression,
  isExpressionStatement,
  isIdentifier,
  isNewExpression,
  isVoidExpression,
  SyntaxKind,
  type CallExpression,
  type Expression,
  type NewExpression,
  type Node,
} from '../syntax/ast.ts';
import { executorOf } from '../syntax/executors.ts';
import { usesOf } from '../syntax/parameter-uses.ts';
import {
  chainCall,
  memberName,
  parentBeyondParentheses,
  withoutParentheses,
  type ChainCall,
} from '../syntax/expressions.ts';
import { failuresOf, type RunnableFunction } from '../syntax/failure-points.ts';
import { NOTHING, type Report, type Rule } from './rule.ts';

interface Options {
  readonly checkReasons: boolean;
}

/**
 * Links of a promise chain that lose an error, hide it, or make one that says nothing.
 *
 *     load().then(show, report);        // reported where `show` may fail: `report` does not hear of it
 *     load().then(show).catch(report);  // fine
 */
export const promiseChain: Rule<Options> = {
  meta: {
    name: 'promise-chain',
    category: 'correctness',
    summary: 'Reports promise chains that lose an error, or hide it behind another.',
    presets: { recommended: 'warn', strict: ['error', { checkReasons: true }], 'typescript-eslint': 'off' },
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        checkReasons: {
          type: 'boolean',
          description: 'Whether to report rejections with a text, a number or nothing instead of an `Error`.',
          default: false,
        },
      },
    },
    equivalents: [
      { tool: 'eslint', rule: 'prefer-promise-reject-errors' },
      { tool: 'eslint', rule: '@typescript-eslint/prefer-promise-reject-errors' },
      { tool: 'oxlint', rule: 'typescript/prefer-promise-reject-errors' },
    ],
  },

  kinds: ({ checkReasons }) =>
    checkReasons ? [SyntaxKind.CallExpression, SyntaxKind.NewExpression] : [SyntaxKind.CallExpression],

  *check(node, { options }) {
    if (isNewExpression(node)) return yield* checkExecutor(node);
    if (!isCallExpression(node)) return NOTHING;
    const link = chainCall(node);
    if (link) return yield* checkLink(node, link);
    return options.checkReasons && memberName(node.expression) === 'reject' ? yield* checkRejection(node) : NOTHING;
  },
};

function* checkLink(call: CallExpression, link: ChainCall): Asking<readonly Report[]> {
  const [first] = call.arguments;
  if (link.method === 'then' && first && link.onRejected && isThrownAway(call)) {
    const lost = yield* failureIn(first);
    if (lost && (yield* isPromiseValue(link.promise))) return [lostReport(call, link.onRejected, lost)];
  }
  if (link.method === 'finally' && first) {
    const thrown = yield* throwIn(first);
    if (thrown && (yield* isPromiseValue(link.promise))) return [maskedReport(thrown)];
  }
  return NOTHING;
}

/** Nobody gets the promise of the link, so nobody hears of what its own handlers throw. */
function isThrownAway(call: CallExpression): boolean {
  const parent = parentBeyondParentheses(call);
  return isExpressionStatement(parent) || (isVoidExpression(parent) && isExpressionStatement(parent.parent));
}

function* isPromiseValue(value: Expression): Asking<boolean> {
  const type = yield* ask('typeAt', value);
  return type !== undefined && (yield* isPromise(type));
}

/** A place in the project from which an error leaves a handler. */
function* failureIn(handler: Expression): Asking<Node | undefined> {
  const thrown = yield* throwIn(handler);
  if (thrown) return thrown;
  for (const fn of yield* functionsOf(handler)) {
    const lost = yield* ownErrorOf(fn);
    if (lost) return lost;
  }
  return undefined;
}

/** A `throw` of the handler's own. */
function* throwIn(handler: Expression): Asking<Node | undefined> {
  for (const fn of yield* functionsOf(handler)) {
    const points = [...failuresOf(fn, 'throws').points, ...failuresOf(fn, 'rejects').points];
    const thrown = points.find(point => point.how === 'fails');
    if (thrown) return thrown.node;
  }
  return undefined;
}

function* functionsOf(handler: Expression): Asking<readonly RunnableFunction[]> {
  const callee = yield* calleeOf(handler);
  return callee.kind === 'functions' ? callee.functions : [];
}

function lostReport(call: CallExpression, onRejected: Expression, at: Node): Report {
  return {
    node: onRejected,
    message:
      'This handler does not hear of errors in the handler next to it: they are lost. ' +
      'Put it into a `.catch(…)` of its own.',
    related: [{ at, message: 'This error is lost' }],
    fixes: () => splitCatchFix(call, onRejected),
  };
}

function maskedReport(thrown: Node): Report {
  return {
    node: thrown,
    message:
      'An error in `finally` takes the place of the one that was on its way, which nobody sees then. ' +
      'Handle it here.',
    related: [],
    fixes: function* () {
      return [];
    },
  };
}

/** `Promise.reject(…)`. */
function* checkRejection(call: CallExpression): Asking<readonly Report[]> {
  const callee = withoutParentheses(call.expression);
  const isPromiseReject = callee.getText() === 'Promise.reject' && (yield* noError(call));
  const symbol = isPromiseReject ? yield* calleeSymbol(callee) : undefined;
  return symbol && isFromLib(symbol) ? [reasonReport(call)] : NOTHING;
}

/** Calls of the `reject` that an executor is given. */
function* checkExecutor(construction: NewExpression): Asking<readonly Report[]> {
  const executor = executorOf(construction);
  if (!executor?.reject) return NOTHING;
  const reports: Report[] = [];
  for (const use of usesOf(executor.reject, executor.function.body)) {
    const call = use.parent;
    if (isCallExpression(call) && call.expression === use && (yield* noError(call))) reports.push(reasonReport(call));
  }
  const symbol = reports.length > 0 ? yield* calleeSymbol(construction.expression) : undefined;
  return symbol && isFromLib(symbol) ? reports : NOTHING;
}

/** Whether a rejection's reason is certainly a text, a number or nothing. */
function* noError({ arguments: [reason] }: CallExpression): Asking<boolean> {
  if (!reason || (isIdentifier(reason) && reason.text === 'undefined')) return true;
  const type = yield* ask('typeAt', reason);
  for (const part of type ? yield* unionParts(yield* apparent(type)) : []) if (!(part.flags & SIMPLE)) return false;
  return type !== undefined;
}

const SIMPLE =
  TypeFlags.StringLike |
  TypeFlags.NumberLike |
  TypeFlags.BigIntLike |
  TypeFlags.BooleanLike |
  TypeFlags.Undefined |
  TypeFlags.Null |
  TypeFlags.Void;

function reasonReport(call: CallExpression): Report {
  const [reason] = call.arguments;
  return {
    node: reason ?? call,
    message: `${reason ? 'This rejects with what is no error' : 'This rejects without a reason'}: nobody learns where it came from, and \`error.message\` is \`undefined\`. Reject with an \`Error\`.`,
    related: [],
    fixes: () => errorReasonFixes(call),
  };
}
