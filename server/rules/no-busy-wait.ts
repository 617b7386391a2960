import type { Asking } from '../engine/questions.ts';
import { holdsForEver } from '../facts/endless.ts';
import { namesIn, type NamedIn } from '../facts/members.ts';
import { pauseOf } from '../facts/pauses.ts';
import { reschedulesItself, runsInMicrotask } from '../facts/rescheduling.ts';
import { isClock, mentions, onlyRead, watchedBy } from '../facts/watched.ts';
import { eventFixes, immediateCallFixes, immediateFixes, timerFixes } from '../fixes/busy-wait.ts';
import {
  isCallExpression,
  isDoStatement,
  isForStatement,
  isIdentifier,
  SyntaxKind,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { idleLoop, isLoop, type IdleLoop, type Loop } from '../syntax/idle-loop.ts';
import { isTestFile } from '../syntax/test-files.ts';
import { NOTHING, type Report, type Rule } from './rule.ts';

/**
 * Code that waits by looking again and again, or that lets nothing else run meanwhile.
 *
 *     while (!isReady) await sleep(10);   // reported
 *     await ready;                        // fine
 */
export const noBusyWait: Rule = {
  meta: {
    name: 'no-busy-wait',
    category: 'blocking',
    summary: 'Reports loops that wait by looking again and again, and those that let nothing else run meanwhile.',
    presets: { recommended: 'warn', strict: 'error', 'typescript-eslint': 'off' },
    options: { type: 'object', additionalProperties: false, properties: {} },
    equivalents: [],
  },

  kinds: () => [SyntaxKind.CallExpression, SyntaxKind.DoStatement, SyntaxKind.ForStatement, SyntaxKind.WhileStatement],

  concerns: node => !isCallExpression(node) || runsInMicrotask(node),

  *check(node, { packs, root }) {
    if (isTestFile(node.getSourceFile().fileName, root)) return NOTHING;
    if (isCallExpression(node)) {
      return (yield* reschedulesItself(node)) ? [report(node, 'recursion', () => immediateCallFixes(node))] : NOTHING;
    }
    if (!isLoop(node)) return NOTHING;
    const pauses = namesIn(packs, 'pauses');
    const idle = idleLoop(node);
    if (!idle || !(yield* onlyRead(idle.calls))) {
      return (yield* holdsForEver(node, pauses)) ? [report(node, 'endless', noFixes)] : NOTHING;
    }
    return idle.awaited.length > 0 ? yield* checkAsync(node, idle, pauses) : yield* checkSync(node, idle);
  },
};

/** A loop that awaits nothing but timers, or nothing at all, and does nothing else. */
function* checkAsync(loop: Loop, idle: IdleLoop, known: readonly NamedIn[]): Asking<readonly Report[]> {
  let isStarving = true;
  for (const awaited of idle.awaited) {
    const pause = yield* pauseOf(awaited, known);
    if (!pause) return NOTHING;
    isStarving &&= pause === 'microtask';
  }
  const watched = yield* watchedBy(idle);
  if (isStarving && (watched || idle.tests.length === 0)) {
    return [report(loop, 'starving', () => immediateFixes(idle.awaited), watched)];
  }
  return watched ? [report(loop, 'polling', () => eventFixes(loop, watched), watched)] : NOTHING;
}

/** A loop that does nothing, and lets nothing else run. */
function* checkSync(loop: Loop, idle: IdleLoop): Asking<readonly Report[]> {
  if (idle.tests.some(test => mentions(test, isClock))) return [report(loop, 'spinning', () => timerFixes(loop))];
  const changes = (node: Node): boolean => isIdentifier(node) && idle.written.has(node.text);
  if (idle.tests.some(test => mentions(test, changes))) return NOTHING;
  const watched = yield* watchedBy(idle);
  return watched || idle.tests.length === 0 ? [report(loop, 'hanging', noFixes, watched)] : NOTHING;
}

type Kind = 'polling' | 'spinning' | 'starving' | 'hanging' | 'endless' | 'recursion';

const MESSAGES: Readonly<Record<Kind, (watched: string) => string>> = {
  polling: watched =>
    `This loop wakes up again and again to look at ${watched}, which other code changes. ` +
    'Await a promise or an event that the change brings.',
  spinning: () =>
    'This loop keeps the thread busy until the time has come: nothing else runs meanwhile. Await a timer.',
  starving: watched =>
    `This loop waits for ${watched} in microtasks: no timer fires and no I/O is done meanwhile. ` +
    'Await a promise or an event that the change brings.',
  hanging: watched =>
    `This loop never ends: nothing else runs meanwhile that could change ${watched}. Await the change.`,
  endless: () => 'This loop never ends and never waits: nothing else runs from here on. Await something in it.',
  recursion: () =>
    'This function runs again before any timer fires and any I/O is done, and so on. Use `setImmediate`.',
};

function* noFixes(): Asking<readonly []> {
  return [];
}

const LONGEST_NAME = 40;

function nameFor(watched: Expression | undefined): string {
  const text = watched?.getText() ?? '';
  return text === '' || text.length > LONGEST_NAME || text.includes('\n') ? 'what it depends on' : `\`${text}\``;
}

function report(node: Node, kind: Kind, fixes: Report['fixes'], watched?: Expression): Report {
  const until = isLoop(node) ? endOfHead(node) : undefined;
  return { node, ...(until && { until }), message: MESSAGES[kind](nameFor(watched)), related: [], fixes };
}

/** The body of a loop is too much to point at; that of `do` comes first. */
function endOfHead(loop: Loop): Node | undefined {
  if (isDoStatement(loop)) return undefined;
  return isForStatement(loop) ? (loop.incrementor ?? loop.condition ?? loop.initializer) : loop.expression;
}
