/** Waits that let other code run, in place of loops that keep looking. */

import { ask, type Asking } from '../engine/questions.ts';
import { isClock } from '../facts/watched.ts';
import { isFromLib } from '../facts/origin.ts';
import {
  isBinaryExpression,
  isBlock,
  isEmptyStatement,
  isExpressionStatement,
  isPropertyAccessExpression,
  isVariableDeclaration,
  isWhileStatement,
  SyntaxKind,
  type BinaryExpression,
  type CallExpression,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { flagOf } from '../syntax/flags.ts';
import { conditionOf, type Loop } from '../syntax/idle-loop.ts';
import { awaitValue } from './await-value.ts';
import type { DraftEdit, FixDraft } from './draft.ts';

/** `while (Date.now() < end);` becomes a timer of `end - Date.now()` milliseconds. */
export function* timerFixes(loop: Loop): Asking<readonly FixDraft[]> {
  const condition = conditionOf(loop);
  const isEmpty =
    isEmptyStatement(loop.statement) || (isBlock(loop.statement) && loop.statement.statements.length === 0);
  const time = condition && isWhileStatement(loop) && isEmpty ? timeLeft(withoutParentheses(condition)) : undefined;
  if (!condition || time === undefined) return [];
  const edits = [replace(loop, `await new Promise(resolve => setTimeout(resolve, ${time}));`)];
  return yield* awaitValue(condition, edits, 'a timer');
}

/** The milliseconds for which `Date.now() < end` or `Date.now() - start < length` still holds. */
function timeLeft(condition: Expression): string | undefined {
  if (!isBinaryExpression(condition)) return undefined;
  const { left, right, operatorToken } = condition;
  if (LESS.has(operatorToken.kind)) return difference(right, left);
  return MORE.has(operatorToken.kind) ? difference(left, right) : undefined;
}

const LESS: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.LessThanToken, SyntaxKind.LessThanEqualsToken]);
const MORE: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.GreaterThanToken, SyntaxKind.GreaterThanEqualsToken]);

function difference(limit: Expression, now: Expression): string | undefined {
  const elapsed = withoutParentheses(now);
  const text = limit.getText();
  const end = isBinaryExpression(limit) && !isSum(limit) ? `(${text})` : text;
  if (isMilliseconds(elapsed)) return `${end} - ${elapsed.getText()}`;
  const isElapsed = isBinaryExpression(elapsed) && elapsed.operatorToken.kind === SyntaxKind.MinusToken;
  return isElapsed && isMilliseconds(elapsed.left) ? `${end} - (${elapsed.getText()})` : undefined;
}

const isMilliseconds = (node: Node): boolean => isClock(node) && !node.getText().startsWith('process');

const isSum = ({ operatorToken: { kind } }: BinaryExpression): boolean =>
  kind === SyntaxKind.PlusToken || kind === SyntaxKind.MinusToken;

/** A promise, or the event of an `AbortSignal`, for what a loop looks at. */
export function* eventFixes(loop: Loop, watched: Expression): Asking<readonly FixDraft[]> {
  if (!isWhileStatement(loop) || !isOnlyTest(watched, loop) || !isOneStatement(loop.statement)) return [];
  if (isPropertyAccessExpression(watched) && watched.name.text === 'aborted')
    return yield * signalFix(loop, watched.expression);
  return yield* flagFix(watched);
}

/** A flag that is turned once becomes a promise that is resolved. */
function* flagFix(watched: Expression): Asking<readonly FixDraft[]> {
  const [declared] = (yield* ask('symbolAt', watched))?.declarations ?? [];
  const declaration = declared && (yield* ask('node', declared));
  const flag = declaration && isVariableDeclaration(declaration) ? flagOf(declaration) : undefined;
  if (!flag || !flag.loops.every(({ statement }) => isOneStatement(statement))) return [];
  const { name } = flag;
  const edits = [
    replace(flag.declaration.parent, `const ${name} = Promise.withResolvers<void>()`),
    ...flag.writes.map(write => replace(write, `${name}.resolve()`)),
    ...flag.loops.map(loop => replace(loop, `await ${name}.promise;`)),
  ];
  return [{ title: `Make \`${name}\` a promise and await it`, kind: 'suggestion', proof: 'type-check', edits }];
}

function* signalFix(loop: Loop, signal: Expression): Asking<readonly FixDraft[]> {
  const type = yield* ask('typeAt', signal);
  const symbol = type && (yield* ask('symbolOfType', type));
  if (symbol?.name !== 'AbortSignal' || !isFromLib(symbol)) return [];
  const name = signal.getText();
  const wait = `await new Promise(resolve => ${name}.addEventListener('abort', resolve, { once: true }));`;
  const edits = [replace(loop, `if (!${name}.aborted) ${wait}`)];
  return [{ title: 'Await the `abort` event', kind: 'suggestion', proof: 'type-check', edits }];
}

/** Whether a loop's condition is no more than this, or its opposite. */
function isOnlyTest(watched: Expression, loop: Loop): boolean {
  return conditionOf(loop)?.getText().replace(/^!/, '') === watched.getText();
}

function isOneStatement(body: Node): boolean {
  const statement = isBlock(body) ? body.statements[0] : body;
  return (
    statement !== undefined && isExpressionStatement(statement) && (!isBlock(body) || body.statements.length === 1)
  );
}

/** Lets I/O and timers have their turn before each look. */
export function* immediateFixes(awaited: readonly Expression[]): Asking<readonly FixDraft[]> {
  const edits = awaited.map(one => replace(one, 'new Promise(resolve => setImmediate(resolve))'));
  return [{ title: 'Wait with `setImmediate`', kind: 'suggestion', proof: 'type-check', edits }];
}

/** `process.nextTick(f)`, `queueMicrotask(f)` or `Promise.resolve().then(f)` as `setImmediate(f)`. */
export function* immediateCallFixes(call: CallExpression): Asking<readonly FixDraft[]> {
  if (!isExpressionStatement(call.parent)) return [];
  const edits = [replace(call.expression, 'setImmediate')];
  return [{ title: 'Use `setImmediate`', kind: 'suggestion', proof: 'type-check', edits }];
}

function replace(node: Node, text: string): DraftEdit {
  return { file: node.getSourceFile().fileName, start: node.getStart(), end: node.end, text };
}
