/**
 * Which calls that run a program give the same when `exec` or `execFile`, promisified, takes their place. These know
 * fewer options, give text unless told otherwise, and reject with other errors than the blocking ones throw.
 */

import { ask, type Asking } from '../engine/questions.ts';
import {
  isArrayLiteralExpression,
  isCallExpression,
  isExpressionStatement,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isStringLiteral,
  isTryStatement,
  type CallExpression,
  type Expression,
  type Node,
  type ObjectLiteralElementLike,
} from '../syntax/ast.ts';
import { isPlainFunction } from '../syntax/functions.ts';

/** Options that mean the same to both. Programs that read from `input`, or write to where `stdio` says, are left out. */
const OPTIONS: ReadonlySet<string> = new Set(
  ['cwd', 'encoding', 'env', 'gid', 'killSignal', 'maxBuffer', 'shell', 'signal', 'timeout', 'uid', 'windowsHide'],
);

export function* givesTheSame(call: CallExpression): Asking<boolean> {
  if (looksAtError(call)) return false;
  let options: readonly ObjectLiteralElementLike[] = [];
  for (const argument of call.arguments.slice(1)) {
    if (isObjectLiteralExpression(argument)) options = [...argument.properties];
    else if (!(yield* isList(argument))) return false;
  }
  return options.every(isKnown) && (isUnused(call) || isMadeText(call) || options.some(saysText));
}

/** The arguments of the program. */
function* isList(argument: Expression): Asking<boolean> {
  if (isArrayLiteralExpression(argument)) return true;
  const type = yield* ask('typeAt', argument);
  return type !== undefined && (yield* ask('isArrayLike', type));
}

const isKnown = (option: ObjectLiteralElementLike): boolean =>
  (isPropertyAssignment(option) || isShorthandPropertyAssignment(option)) && OPTIONS.has(option.name.getText());

/** `encoding: 'utf8'` or another one but `buffer`. */
const saysText = (option: ObjectLiteralElementLike): boolean =>
  isPropertyAssignment(option) &&
  option.name.getText() === 'encoding' &&
  isStringLiteral(option.initializer) &&
  option.initializer.text !== 'buffer';

export const isUnused = (call: CallExpression): boolean => isExpressionStatement(call.parent);

/** `execSync(…).toString()`. */
function isMadeText({ parent }: CallExpression): boolean {
  const isToString = isPropertyAccessExpression(parent) && parent.name.text === 'toString';
  return isToString && isCallExpression(parent.parent) && parent.parent.arguments.length === 0;
}

/** Whether a `catch` around the call in its function may read what the error says of the program. */
function looksAtError(call: Node): boolean {
  for (let at = call; at.parent && !isPlainFunction(at); at = at.parent) {
    const { parent } = at;
    if (isTryStatement(parent) && parent.tryBlock === at && parent.catchClause?.variableDeclaration) return true;
  }
  return false;
}
