import type { Asking } from '../engine/questions.ts';
import { calleeSymbol } from '../facts/callee.ts';
import { localPromise, type LocalPromise } from '../facts/local-promises.ts';
import { isOneOf, namesIn } from '../facts/members.ts';
import { rejectionsOf } from '../facts/rejections.ts';
import { rejectionWindowFixes } from '../fixes/rejection-window.ts';
import { isCallExpression, isIfStatement, SyntaxKind, type Node } from '../syntax/ast.ts';
import { isLastAlternative, isLastResort } from '../syntax/alternatives.ts';
import { flowOf } from '../syntax/flow-graph.ts';
import { pointsOf, somePath, type FlowPoint } from '../syntax/flow.ts';
import { contains } from '../syntax/local-variable.ts';
import { isTestFile } from '../syntax/test-files.ts';
import { NOTHING, type Report, type Rule, type RuleContext } from './rule.ts';

interface Options {
  readonly ignoreTests: boolean;
}

/**
 * Between the start of some work and the first look at its promise, other code runs, or the function is left by an
 * error. A rejection in that window is nobody's: Node ends the process, though the code has an `await` for it.
 *
 *     const saved = save(order);
 *     await notify(customer);     // reported: if `saved` rejects meanwhile, nobody listens
 *     await saved;
 */
export const noUnhandledRejectionWindow: Rule<Options> = {
  meta: {
    name: 'no-unhandled-rejection-window',
    category: 'correctness',
    summary: 'Reports promises that may reject before the code that started them listens.',
    presets: { recommended: 'error', strict: 'error', 'typescript-eslint': 'off' },
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        ignoreTests: {
          type: 'boolean',
          description:
            'Whether to stay silent in tests, by the names of files and folders: what rejects there fails the test ' +
            'run, as it should.',
          default: true,
        },
      },
    },
    equivalents: [],
  },

  kinds: () => [SyntaxKind.VariableDeclaration],

  *check(node, context) {
    if (context.options.ignoreTests && isTestFile(node.getSourceFile().fileName, context.root)) return NOTHING;
    const local = yield* localPromise(node);
    if (!local || local.reads.size === 0) return NOTHING;
    const window = windowOf(local);
    if (!window || (yield* isAwaitedLater(local, context))) return NOTHING;
    const rejections = yield* rejectionsOf(local.value, 'work', local.kind);
    if (rejections.kind === 'never') return NOTHING;
    const source = rejections.kind === 'maybe' ? rejections.at : undefined;
    return [report(local, window, source)];
  },
};

/** What opens while nobody listens yet. */
interface Window {
  readonly by: 'suspension' | 'throw';
  readonly at: Node;
}

function windowOf({ declaration, body, reads }: LocalPromise): Window | undefined {
  const flow = flowOf(body);
  const starts = pointsOf(flow, declaration).flatMap(point => point.next);
  const path = somePath(starts, 'thrown', point => {
    if (reads.has(point.node) || (point.kind === 'throw' && isLastResort(point.node))) return 'block';
    return point.kind === 'suspension' || point === flow.failure ? 'goal' : 'pass';
  });
  if (path?.some((point, index) => skipsReading(point, path[index + 1], reads))) return undefined;
  const last = path?.findLast(({ kind }) => kind === 'suspension' || kind === 'throw');
  return last && { by: last.kind === 'throw' ? 'throw' : 'suspension', at: last.node };
}

/**
 * Whether a path goes by the last of several alternatives, all of which there are, though that one uses the variable.
 */
function skipsReading({ kind, node }: FlowPoint, next: FlowPoint | undefined, reads: LocalPromise['reads']): boolean {
  if (kind !== 'branch' || !next || !isIfStatement(node) || !isLastAlternative(node)) return false;
  const { pos, end } = node.thenStatement;
  return contains(node.thenStatement, reads) && !(next.node.pos >= pos && next.node.end <= end);
}

/** Whether a library's promise may be made first and awaited last. */
function* isAwaitedLater({ value }: LocalPromise, { packs }: RuleContext<Options>): Asking<boolean> {
  const symbol = isCallExpression(value) ? yield* calleeSymbol(value.expression) : undefined;
  return symbol !== undefined && (yield* isOneOf(symbol, namesIn(packs, 'awaitedLater')));
}

function report(local: LocalPromise, { by, at }: Window, source: Node | undefined): Report {
  const name = `\`${local.name.text}\``;
  const which = local.kind === 'array' ? `a promise in ${name}` : name;
  const message =
    by === 'suspension'
      ? `If ${which} rejects while this function waits for something else, nobody listens yet, and Node ends the ` +
        `process. Wait for both with \`Promise.all\`, or start ${name} where it is awaited.`
      : `If ${which} rejects after the function has been left by an error, nobody listens, and Node ends the ` +
        `process. Check first and start ${name} then, or give it a handler at once.`;
  const related = [
    {
      at,
      message: by === 'suspension' ? 'here other code runs meanwhile' : `here the function is left without ${name}`,
    },
    ...(source ? [{ at: source, message: 'a rejection may come from here' }] : []),
  ];
  return { node: local.declaration, message, related, fixes: () => rejectionWindowFixes(local, by, at) };
}
