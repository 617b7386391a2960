import type { Asking } from '../engine/questions.ts';
import { exponentialBacktracking, type Backtracking } from '../facts/backtracking.ts';
import { blockingKnowledge } from '../facts/blocking-leaves.ts';
import { blockingCalls, type BlockingPath } from '../facts/blocking.ts';
import { isFixed } from '../facts/fixed-values.ts';
import type { FixDraft } from '../fixes/draft.ts';
import type { Pack } from '../packs/pack.ts';
import { isCallExpression, isRegularExpressionLiteral, SyntaxKind, type Expression, type Node } from '../syntax/ast.ts';
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

  kinds: () => [
    SyntaxKind.ArrowFunction,
    SyntaxKind.FunctionDeclaration,
    SyntaxKind.FunctionExpression,
    SyntaxKind.MethodDeclaration,
    SyntaxKind.NewExpression,
    SyntaxKind.RegularExpressionLiteral,
  ],

  concerns: node => (isPlainFunction(node) ? isAsync(node) : regularExpression(node) !== undefined),

  *check(node, { packs, root }) {
    if (isScript(node.getSourceFile(), root)) return NOTHING;
    return isPlainFunction(node) ? yield* checkCalls(node, packs) : checkExpression(node);
  },
};

/** Calls that compute for longer the larger their input is, of functions that have a better way. */
function* checkCalls(fn: Node, packs: readonly Pack[]): Asking<readonly Report[]> {
  const paths = yield* blockingCalls(fn, blockingKnowledge(packs, ['cpu']));
  const reports: Report[] = [];
  for (const path of paths) {
    const input = inputOf(path);
    if (input && !(yield* isFixed(input))) reports.push(callReport(path));
  }
  return reports;
}

/** What a call is given to work on. What other functions do may be small work: only where it is done can one see. */
function inputOf({ steps }: BlockingPath): Expression | undefined {
  const [step, ...others] = steps;
  const call = step?.at.parent;
  return call && others.length === 0 && !step.isFirstUse && isCallExpression(call) ? call.arguments[0] : undefined;
}

function callReport({ steps: [step], leaf }: BlockingPath): Report {
  const way = leaf.instead
    ? `Use \`${leaf.instead.name}\` of \`${leaf.instead.module}\`, and await it.`
    : 'Do it in a worker thread where the input may be large.';
  const message =
    `\`${step!.at.getText()}\` ${leaf.does} synchronously: the more there is, the longer nothing else runs. ${way}`;
  return { node: step!.at, message, related: [], fixes: nothing };
}

function checkExpression(node: Node): readonly Report[] {
  const expression = regularExpression(node);
  const slow = expression && !matchesConstant(node) && exponentialBacktracking(expression.source, expression.flags);
  return slow ? [expressionReport(node, slow)] : NOTHING;
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

function* nothing(): Asking<readonly []> {
  return [];
}
