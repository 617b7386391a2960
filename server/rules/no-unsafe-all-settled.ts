import { ask, type Asking } from '../engine/questions.ts';
import { holdsEitherOutcome, mayBeEitherOutcome } from '../facts/settled.ts';
import { settledGuardFixes } from '../fixes/settled-guard.ts';
import {
  isAsExpression,
  isPropertyAccessExpression,
  isSourceFile,
  isTypeAssertion,
  SyntaxKind,
  type AssertionExpression,
  type Expression,
  type Node,
  type PropertyAccessExpression,
} from '../syntax/ast.ts';
import { parentBeyondParentheses, withoutParentheses } from '../syntax/expressions.ts';
import { codeAround, looksAtStatus, takesBoth } from '../syntax/status-checks.ts';
import { isTypeChecked } from '../syntax/type-checked.ts';
import { NOTHING, type Report, type Rule } from './rule.ts';

/**
 * The value of a result of `Promise.allSettled`, taken without a look at its status: of a rejected one it is
 * `undefined`. Where TypeScript checks, it takes an assertion to get there.
 *
 *     results.map(result => (result as PromiseFulfilledResult<User>).value)               // reported
 *     results.filter(result => result.status === 'fulfilled').map(result => result.value) // fine
 */
export const noUnsafeAllSettled: Rule = {
  meta: {
    name: 'no-unsafe-all-settled',
    category: 'correctness',
    summary: 'Reports results of `Promise.allSettled` whose value or reason is taken without a look at their status.',
    presets: { recommended: 'warn', strict: 'error', 'typescript-eslint': 'off' },
    options: { type: 'object', additionalProperties: false, properties: {} },
    equivalents: [],
  },

  kinds: () => [SyntaxKind.AsExpression, SyntaxKind.TypeAssertionExpression, SyntaxKind.SourceFile],

  *check(node) {
    if (isAsExpression(node) || isTypeAssertion(node)) return yield* checkAssertion(node);
    if (!isSourceFile(node) || isTypeChecked(node) || !node.text.includes('allSettled')) return NOTHING;
    const reports: Report[] = [];
    for (const access of outcomesTaken(node)) reports.push(...(yield* checkAccess(access)));
    return reports;
  },
};

/** An assertion that leaves one outcome, or one to `any` to get at it. */
function* checkAssertion(assertion: AssertionExpression): Asking<readonly Report[]> {
  const taken = accessOf(assertion);
  const asserted = assertion.type.getText();
  const isBlind = asserted === 'any' && taken !== undefined && OUTCOME.has(taken.name.text);
  if (!isBlind && !NARROW.test(asserted)) return NOTHING;
  const type = yield* ask('typeAt', assertion.expression);
  if (!type) return NOTHING;
  if (yield* mayBeEitherOutcome(type)) return yield* report(assertion, assertion.expression, taken);
  if (isBlind || !(yield* holdsEitherOutcome(type))) return NOTHING;
  return yield* report(assertion, assertion.expression, undefined);
}

const NARROW = /\bPromise(?:Fulfilled|Rejected)Result\b/;
const OUTCOME: ReadonlySet<string> = new Set(['value', 'reason']);

function accessOf(assertion: AssertionExpression): PropertyAccessExpression | undefined {
  const parent = parentBeyondParentheses(assertion);
  return isPropertyAccessExpression(parent) && withoutParentheses(parent.expression) === assertion ? parent : undefined;
}

function outcomesTaken(file: Node): readonly PropertyAccessExpression[] {
  const found: PropertyAccessExpression[] = [];
  const walk = (node: Node): void => {
    if (isPropertyAccessExpression(node) && OUTCOME.has(node.name.text)) found.push(node);
    node.forEachChild(walk);
  };
  walk(file);
  return found;
}

function* checkAccess(access: PropertyAccessExpression): Asking<readonly Report[]> {
  const type = yield* ask('typeAt', access.expression);
  if (!type || !(yield* mayBeEitherOutcome(type))) return NOTHING;
  return yield* report(access, access.expression, access);
}

function* report(
  node: Node,
  result: Expression,
  taken: PropertyAccessExpression | undefined,
): Asking<readonly Report[]> {
  const code = codeAround(node);
  yield* ask('seen', [code]);
  if (looksAtStatus(code) || (taken && takesBoth(taken, code))) return NOTHING;
  const otherwise =
    taken?.name.text === 'reason'
      ? 'of a fulfilled one the reason is `undefined`.'
      : 'of a rejected one the value is `undefined`, and its error goes unseen.';
  const message = `Nobody has looked how this promise was settled: ${otherwise} Check \`status\` first.`;
  return [{ node, message, related: [], fixes: () => settledGuardFixes(node, result, taken?.name.text) }];
}
