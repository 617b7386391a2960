/** Objects whose `[Symbol.dispose]` returns a promise, where somebody disposes of them without waiting. */

import {
  isVariableDeclaration,
  SyntaxKind,
  type Expression,
  type Node,
  type VariableDeclaration,
} from '../syntax/ast.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { maybeFunctionType } from '../syntax/promise-values.ts';
import { keywordOf } from '../syntax/variable-lists.ts';
import { ask, TypeFlags, type Asking, type TypeInfo } from '../engine/questions.ts';
import { resultOf } from './function-types.ts';
import { wellKnownMember } from './iteration.ts';
import { apparent, unionParts } from './promises.ts';

/** Whether a node may do so, as far as its syntax tells. Most variables of a declared type get a literal or a call. */
export function maybeWronglyDisposed(node: Node): boolean {
  if (!isVariableDeclaration(node) || !node.initializer) return false;
  if (isUsing(node)) return true;
  const { kind } = withoutParentheses(node.initializer);
  const isObject = kind === SyntaxKind.Identifier || kind === SyntaxKind.ObjectLiteralExpression;
  return isObject && node.type !== undefined && maybeFunctionType(node.type);
}

const isUsing = ({ parent }: VariableDeclaration): boolean => keywordOf(parent) === 'using';

/** The value that a `using` declaration, or a variable of a disposable type, gets wrongly. */
export function* wronglyDisposed(node: Node): Asking<Expression | undefined> {
  if (!isVariableDeclaration(node) || !maybeWronglyDisposed(node)) return undefined;
  if (!isUsing(node)) {
    const declared = yield* ask('typeAt', node.name);
    if (!declared || (yield* disposeResult(declared)) !== 'void') return undefined;
  }
  const value = yield* ask('typeAt', node.initializer!);
  return value && (yield* disposeResult(value)) === 'promise' ? node.initializer : undefined;
}

function* disposeResult(type: TypeInfo): Asking<'promise' | 'void' | 'other'> {
  for (const part of yield* unionParts(yield* apparent(type))) {
    if (!(part.flags & (TypeFlags.Object | TypeFlags.Intersection))) continue;
    const dispose = yield* wellKnownMember(part, 'dispose');
    const method = dispose && (yield* ask('typeOfSymbol', dispose));
    const result = method ? yield* resultOf(method) : 'other';
    if (result !== 'other') return result;
  }
  return 'other';
}
