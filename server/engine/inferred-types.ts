/** What the compiler infers for functions that do not say what they return. */

import { hash } from 'node:crypto';
import type { Node } from '../syntax/ast.ts';
import type { Program } from './program.ts';
import { ask, type Asking } from './questions.ts';

/** For each list of functions a hash of all their types, which changes when one of them does. */
export function inferredTypes(program: Program, lists: readonly (readonly Node[])[]): string[] {
  const texts = program.run(lists.flat().map(exactType)).values();
  return lists.map(functions => hashOf(functions.map(() => texts.next().value!)));
}

/** The type in full. Where the compiler leaves out what comes back to itself, the function's own text tells. */
function* exactType(fn: Node): Asking<string> {
  const type = yield* ask('typeAt', fn);
  const text = type ? yield* ask('exactTypeText', type) : '...';
  return LEFT_OUT.test(text) ? text + fn.getText() : text;
}

/** Three dots that are not before a parameter's name. */
const LEFT_OUT = /\.\.\.(?![\p{ID_Start}$_])/u;

const hashOf = (texts: readonly string[]): string =>
  texts.length > 0 ? hash('sha256', texts.join('\n'), 'base64').slice(0, 16) : '';
