/**
 * Puts a call with a callback into a promise, where it stands. `promisify` would do, if the function had one list of
 * parameters: of several it knows the last one only.
 */

import { ask, type Asking } from '../engine/questions.ts';
import type { CallExpression } from '../syntax/ast.ts';
import { isTypeScript } from '../syntax/type-checked.ts';
import type { DraftEdit } from './draft.ts';
import { indentOf, styleOf } from './style.ts';

/** What would mean something else among the arguments, inside of the function that the promise is given. */
const BOUND_ELSEWHERE = /\b(?:await|yield|arguments|resolve|reject)\b/;

/**
 * @param fn how the code names the function, which takes the arguments of the call, and then a callback
 * @returns `undefined` where the arguments have to stay where they are
 */
export function* inPromise(call: CallExpression, fn: string): Asking<readonly DraftEdit[] | undefined> {
  const last = call.arguments.at(-1);
  if (!last || call.arguments.some(argument => BOUND_ELSEWHERE.test(argument.getText()))) return undefined;
  const source = call.getSourceFile();
  const type = isTypeScript(source) ? `<${yield* valueType(call)}>` : '';
  const line = `\n${indentOf(call)}${styleOf(call).step}`;
  const opening = `new Promise${type}((resolve, reject) =>${line}${fn}`;
  const closing = ', (error, result) => (error ? reject(error) : resolve(result))))';
  return [
    { file: source.fileName, start: call.expression.getStart(), end: call.expression.end, text: opening },
    { file: source.fileName, start: last.end, end: call.end, text: closing },
  ];
}

/** As code can write it anywhere: the names of types are the modules' own that declare them. */
function* valueType(call: CallExpression): Asking<string> {
  const type = yield* ask('typeAt', call);
  if (!type) return 'unknown';
  const symbol = type.aliasSymbol && type.symbol ? yield* ask('symbolOfType', type) : undefined;
  return symbol?.name ?? (yield* ask('typeText', type));
}
