/** Writes a function that returns a promise chain as an async function. */

import { ask, type Asking } from '../engine/questions.ts';
import { isPromise } from '../facts/promises.ts';
import {
  isArrowFunction,
  isBlock,
  isFunctionExpression,
  isIdentifier,
  isReturnStatement,
  isVariableDeclaration,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { isAsync, isPlainFunction, type PlainFunction } from '../syntax/functions.ts';
import { statementsOfChain } from './chain-statements.ts';
import type { DraftEdit, FixDraft } from './draft.ts';
import { asyncEdits } from './make-async.ts';
import { indentOf, styleOf } from './style.ts';

/** @param node the function, or its name */
export function* useAsyncFunction(node: Node): Asking<readonly FixDraft[]> {
  const fn = functionAt(node);
  const chain = fn && !isAsync(fn) ? returnedChain(fn) : undefined;
  if (!fn || !chain) return [];
  const type = yield* ask('typeAt', chain.value);
  const statements =
    type && (yield* isPromise(type)) ? yield* statementsOfChain(fn, chain.value, chain.indent) : undefined;
  const keyword = statements && (yield* asyncEdits(fn));
  // A return type that is no `Promise` cannot stay, and what else it should be is not for us to say.
  if (!statements || keyword?.length !== 1) return [];
  const title = 'Write as an async function';
  return [{ title, kind: 'suggestion', proof: 'type-check', edits: [...keyword, chain.replacedBy(statements)] }];
}

function functionAt(node: Node): PlainFunction | undefined {
  if (isPlainFunction(node)) return node;
  const { parent } = node;
  if (isIdentifier(node) && isPlainFunction(parent)) return parent;
  const value =
    isVariableDeclaration(parent) && parent.initializer ? withoutParentheses(parent.initializer) : undefined;
  return value && (isArrowFunction(value) || isFunctionExpression(value)) ? value : undefined;
}

interface ReturnedChain {
  readonly value: Expression;
  /** What statements in its place are indented by. */
  readonly indent: string;
  replacedBy(statements: readonly string[]): DraftEdit;
}

/** What a function returns at its end. */
function returnedChain(fn: PlainFunction): ReturnedChain | undefined {
  const body = fn.body!;
  const file = fn.getSourceFile().fileName;
  const last = isBlock(body) ? body.statements[body.statements.length - 1] : undefined;
  if (!isBlock(body)) {
    const outer = indentOf(fn);
    const indent = outer + styleOf(fn).step;
    const braced = (statements: readonly string[]) => `{\n${statements.map(one => indent + one).join('\n')}\n${outer}}`;
    return {
      value: withoutParentheses(body as Expression),
      indent,
      replacedBy: statements => ({ file, start: body.getStart(), end: body.end, text: braced(statements) }),
    };
  }
  if (!last || !isReturnStatement(last) || !last.expression) return undefined;
  const indent = indentOf(last);
  return {
    value: withoutParentheses(last.expression),
    indent,
    replacedBy: statements => ({ file, start: last.getStart(), end: last.end, text: statements.join(`\n${indent}`) }),
  };
}
