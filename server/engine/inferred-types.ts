/** What the compiler infers for functions that do not say what they return. */

import { hash } from 'node:crypto';
import type { Node } from '../syntax/ast.ts';
import { tellsWhich } from './hidden-types.ts';
import { outlineOf } from './outline.ts';
import type { Program } from './program.ts';
import { ask, type Asking } from './questions.ts';

/**
 * For each of `files` that the program has, a hash of all such types, which changes when one of them does.
 * @param hidden the names of types that modules do not export
 */
export function inferredTypesOf(
  program: Program,
  files: readonly string[],
  hidden: ReadonlySet<string>,
): Map<string, string> {
  const sources = files.flatMap(file => program.sourceFile(file) ?? []);
  const functions = sources.map(source => outlineOf(source).unsaid);
  const texts = program.run(functions.flat().map(fn => exactType(fn, hidden))).values();
  return new Map(sources.map(({ fileName }, i) => [fileName, hashOf(functions[i]!.map(() => texts.next().value!))]));
}

/**
 * The type in full. Where the compiler leaves out what comes back to itself, or prints a name that may be that of
 * several types, the function's own text tells.
 */
export function* exactType(fn: Node, hidden: ReadonlySet<string>): Asking<string> {
  const type = yield* ask('typeAt', fn);
  const text = type ? yield* ask('exactTypeText', type) : '...';
  return LEFT_OUT.test(text) || !(yield* tellsWhich(text, hidden)) ? text + fn.getText() : text;
}

/** Three dots that are not before a parameter's name. */
const LEFT_OUT = /\.\.\.(?![\p{ID_Start}$_])/u;

const hashOf = (texts: readonly string[]): string =>
  texts.length > 0 ? hash('sha256', texts.join('\n'), 'base64').slice(0, 16) : '';
