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
  type ObjectLiteralExpression,
  type PropertyAssignment,
  type ShorthandPropertyAssignment,
} from '../syntax/ast.ts';
import { isPlainFunction } from '../syntax/functions.ts';
import { insertAfter, insertAt, type DraftEdit } from './draft.ts';

/**
 * Options that mean the same to both. Programs that read from `input`, or write to where `stdio` says, are left out.
 */
const OPTIONS: ReadonlySet<string> = new Set(
  ['cwd', 'encoding', 'env', 'gid', 'killSignal', 'maxBuffer', 'shell', 'signal', 'timeout', 'uid', 'windowsHide'],
);

/** Edits of the arguments after which the output is the same; `undefined` where there are none. */
export function* sameOutput(call: CallExpression): Asking<readonly DraftEdit[] | undefined> {
  if (looksAtError(call)) return undefined;
  let options: ObjectLiteralExpression | undefined;
  for (const argument of call.arguments.slice(1)) {
    if (isObjectLiteralExpression(argument)) options = argument;
    else if (!(yield* isList(argument))) return undefined;
  }
  const all = [...(options?.properties ?? [])];
  if (!all.every(isKnown)) return undefined;
  if (isUnused(call) || isMadeText(call)) return [];
  const encoding = all.find(option => option.name.getText() === 'encoding');
  if (!encoding) return [bytesWanted(call, options)];
  return isWritten(encoding) ? [] : undefined;
}

/** The blocking functions give bytes unless told otherwise. */
function bytesWanted({ arguments: values }: CallExpression, options: ObjectLiteralExpression | undefined): DraftEdit {
  const last = options?.properties.at(-1);
  const option = "encoding: 'buffer'";
  if (options) return last ? insertAfter(last, `, ${option}`) : insertAt(options, options.end - 1, ` ${option} `);
  return insertAfter(values.at(-1)!, `, { ${option} }`);
}

/** The arguments of the program. */
function* isList(argument: Expression): Asking<boolean> {
  if (isArrayLiteralExpression(argument)) return true;
  const type = yield* ask('typeAt', argument);
  return type !== undefined && (yield* ask('isArrayLike', type));
}

const isKnown = (option: ObjectLiteralElementLike): option is PropertyAssignment | ShorthandPropertyAssignment =>
  (isPropertyAssignment(option) || isShorthandPropertyAssignment(option)) && OPTIONS.has(option.name.getText());

const isWritten = (option: ObjectLiteralElementLike): boolean =>
  isPropertyAssignment(option) && isStringLiteral(option.initializer);

/** Whether nobody looks at what a call returns. */
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
