import type { Asking } from '../engine/questions.ts';
import { exponentialBacktracking, type Backtracking } from '../facts/backtracking.ts';
import { blockingKnowledge } from '../facts/blocking-leaves.ts';
import { blockingCallee } from '../facts/direct-blocking.ts';
import { isFixed } from '../facts/fixed-values.ts';
import type { FixDraft } from '../fixes/draft.ts';
import { advice, unblock } from '../fixes/unblock.ts';
import type { Pack } from '../packs/pack.ts';
import {
  isCallExpression,
  isFunctionLikeDeclaration,
  isRegularExpressionLiteral,
  SyntaxKind,
  type CallExpression,
  type Node,
} from '../syntax/ast.ts';
import { isFirstUse } from '../syntax/first-use.ts';
import { isAsync, isPlainFunction } from '../syntax/functions.ts';
import { matchesConstant, regularExpression } from '../syntax/regular-expressions.ts';
import { isScript } from '../syntax/script-files.ts';
import { NOTHING, type Report, type Rule } from './rule.ts';

/**
 * Work for the processor that grows with its input, or far faster, where other code waits for its end.
 *
 *     async function send(page: Buffer) { return gzipSync(page); }            // reported
 *     async function send(page: Buffer) { return promisify(gzip)(page); }    // fine
 */
export const noCpuHog: Rule = {
  meta: {
    name: 'no-cpu-hog',
    category: 'blocking',
    summary: 'Reports work that keeps the processor busy for longer than an event loop can wait.',
    presets: { recommended: 'info', strict: 'warn', 'typescript-eslint': 'off' },
    options: { type: 'object', additionalProperties: false, properties: {} },
    equivalents: [{ tool: 'eslint', rule: 'regexp/no-super-linear-backtracking' }],
  },

  kinds: () => [SyntaxKind.CallExpression, SyntaxKind.NewExpression, SyntaxKind.RegularExpressionLiteral],

  concerns: node =>
    isCallExpression(node) ? runsInAsyncCode(node) : regularExpression(node) !== undefined,

  *check(node, { packs, root }) {
    const report = isCallExpression(node) ? yield* checkCall(node, packs) : checkExpression(node);
    return report && !isScript(node.getSourceFile(), root) ? [report] : NOTHING;
  },
};

function runsInAsyncCode(node: Node): boolean {
  let fn = node.parent;
  while (fn.parent && !isFunctionLikeDeclaration(fn)) fn = fn.parent;
  return isPlainFunction(fn) && isAsync(fn);
}

/**
 * A call that computes for longer the larger its input is. What other functions do may be small work: only where it
 * is done can one see with what.
 */
function* checkCall(call: CallExpression, packs: readonly Pack[]): Asking<Report | undefined> {
  const leaf = yield* blockingCallee(call, blockingKnowledge(packs, ['cpu']));
  const { expression: callee, arguments: [input] } = call;
  if (!leaf || !input || isFirstUse(callee) || (yield* isFixed(input))) return undefined;
  const message =
    `\`${callee.getText()}\` ${leaf.does} synchronously: the more there is, the longer nothing else runs. ` +
    advice({ otherwise: 'Do it in a worker thread where the input may be large.', ...leaf });
  return {
    node: callee,
    message,
    related: [],
    fixes: () => unblock({ steps: [{ at: callee, isFirstUse: false }], leaf }),
  };
}

function checkExpression(node: Node): Report | undefined {
  const expression = regularExpression(node);
  if (!expression || matchesConstant(node)) return undefined;
  const slow = exponentialBacktracking(expression.source, expression.flags);
  return slow && expressionReport(node, slow);
}

const LONGEST_TEXT = 60;

function expressionReport(node: Node, { character, repetition, mended }: Backtracking): Report {
  const part = repetition === '' || repetition.length > LONGEST_TEXT ? 'a repetition in it' : `\`${repetition}\``;
  const message =
    `Some thirty \`${character}\` in a row can keep this regular expression busy for minutes: ${part} can divide them ` +
    'in exponentially many ways. Rewrite it so that there is one way.';
  return { node, message, related: [], fixes: () => mend(node, mended) };
}

function* mend(node: Node, mended: string | undefined): Asking<readonly FixDraft[]> {
  if (mended === undefined || !isRegularExpressionLiteral(node)) return [];
  const edits = [{ file: node.getSourceFile().fileName, start: node.getStart(), end: node.end, text: mended }];
  return [{ title: 'Rewrite it so that there is one way', kind: 'suggestion', proof: 'construction', edits }];
}
