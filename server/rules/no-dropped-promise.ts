import type { Asking } from '../engine/questions.ts';
import { localPromise, type LocalPromise } from '../facts/local-promises.ts';
import { namesIn } from '../facts/members.ts';
import { rejectionsOf } from '../facts/rejections.ts';
import { isSelfHandledCall } from '../facts/self-handled.ts';
import { droppedPromiseFixes } from '../fixes/dropped-promise.ts';
import {
  isCallExpression,
  isDefaultClause,
  isForInStatement,
  isForOfStatement,
  isForStatement,
  isIfStatement,
  isReturnStatement,
  isSwitchStatement,
  isWhileStatement,
  SyntaxKind,
  type Node,
} from '../syntax/ast.ts';
import { isLastAlternative } from '../syntax/alternatives.ts';
import { flowOf } from '../syntax/flow-graph.ts';
import { pointsOf, somePath, type FlowPoint } from '../syntax/flow.ts';
import { contains } from '../syntax/local-variable.ts';
import { NOTHING, type Report, type Rule, type RuleContext } from './rule.ts';

/**
 * A promise is kept in a variable, and on some way to the end of the function nothing looks at it again.
 *
 *     const saved = save(order);
 *     if (isDraft) return;       // reported: `saved` is lost on this way
 *     await saved;
 */
export const noDroppedPromise: Rule = {
  meta: {
    name: 'no-dropped-promise',
    category: 'correctness',
    summary: 'Reports promises kept in a variable that is not read on every way to the end of the function.',
    presets: { recommended: 'error', strict: 'error', 'typescript-eslint': 'off' },
    options: { type: 'object', additionalProperties: false, properties: {} },
    equivalents: [],
  },

  kinds: () => [SyntaxKind.VariableDeclaration],

  *check(node, context) {
    const local = yield* localPromise(node);
    if (!local) return NOTHING;
    const dropping = wayPast(local);
    if (!dropping || (yield* mayBeDropped(local, context))) return NOTHING;
    return [report(local, dropping)];
  },
};

/** A way from the declaration to the end of the function on which nothing reads the variable. */
function wayPast({ declaration, body, reads }: LocalPromise): readonly FlowPoint[] | undefined {
  const flow = flowOf(body);
  const starts = pointsOf(flow, declaration).flatMap(point => point.next);
  return somePath(starts, 'thrown', point => {
    if (point === flow.exit) return 'goal';
    const isRead = reads.has(point.node) || (mayBeSkipped(point, declaration) && contains(point.node, reads));
    return isRead ? 'block' : 'pass';
  });
}

/** A loop over nothing, and alternatives of which none matches, are not what the author had in mind. */
function mayBeSkipped({ kind, node }: FlowPoint, after: Node): boolean {
  if (kind === 'step' || node.pos < after.end) return false;
  if (isSwitchStatement(node)) return !node.caseBlock.clauses.some(isDefaultClause);
  if (isIfStatement(node)) return isLastAlternative(node);
  return isForOfStatement(node) || isForInStatement(node) || isForStatement(node) || isWhileStatement(node);
}

/** What never rejects may go unread; but who never reads it has forgotten something, unless errors were thought of. */
function* mayBeDropped({ kind, value, reads }: LocalPromise, { packs }: RuleContext<unknown>): Asking<boolean> {
  const known = namesIn(packs, 'selfHandledCalls');
  if (isCallExpression(value) && (yield* isSelfHandledCall(value, known))) return true;
  const rejections = yield* rejectionsOf(value, 'work', kind);
  return rejections.kind === 'never' && (rejections.handled || reads.size > 0);
}

function report(local: LocalPromise, way: readonly FlowPoint[]): Report {
  const { name, declaration, kind, reads } = local;
  const what = kind === 'array' ? 'These promises are' : 'This promise is';
  const lost = kind === 'array' ? 'if one rejects' : 'if it rejects';
  const isNeverRead = reads.size === 0;
  const message = isNeverRead
    ? `${what} kept in \`${name.text}\`, which nothing reads: ${lost}, the error is lost. Await it where it is made.`
    : `${what} dropped when the function ends before it reads \`${name.text}\`: ${lost} then, the error is lost. ` +
      'Await it where it is made, or start it later.';
  const end = way.findLast(({ kind: one, node }) => one === 'branch' || isReturnStatement(node));
  const related = isNeverRead || !end ? [] : [{ at: end.node, message: explain(end, name.text) }];
  return { node: declaration, message, related, fixes: () => droppedPromiseFixes(local) };
}

function explain({ node }: FlowPoint, name: string): string {
  return isReturnStatement(node)
    ? `here the function ends without having read \`${name}\``
    : `depending on this, the function ends without having read \`${name}\``;
}
