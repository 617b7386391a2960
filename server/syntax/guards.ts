/** What a function has set up around a place to deal with the end of the work there. */

import {
  isBlock,
  isCaseBlock,
  isForOfStatement,
  isForStatement,
  isFunctionLikeDeclaration,
  isTryStatement,
  isVariableDeclarationList,
  isVariableStatement,
  type CatchClause,
  type Node,
  type Statement,
  type TryStatement,
  type VariableDeclaration,
} from './ast.ts';
import { areDisposedOf } from './variable-lists.ts';

export type Guard =
  | { readonly kind: 'catch'; readonly node: CatchClause }
  /** The block that runs whether the work fails or not. */
  | { readonly kind: 'finally'; readonly node: Node }
  /** What is disposed of when its scope is left. */
  | { readonly kind: 'using'; readonly node: VariableDeclaration };

/**
 * The `catch` clauses, `finally` blocks and `using` declarations of the same function, nearest first, that
 * run when control leaves a place, or an error does. A promise that is returned there escapes them.
 */
export function guardsOf(node: Node): readonly Guard[] {
  const guards: Guard[] = [];
  let child = node;
  for (let at = node.parent; at && !isFunctionLikeDeclaration(at); child = at, at = at.parent) {
    if (isTryStatement(at)) guards.push(...guardsOfTry(at, child));
    guards.push(...declaredIn(at).filter(one => isUsing(one) && one.end < node.getStart()).map(using));
  }
  return guards;
}

function guardsOfTry({ tryBlock, catchClause, finallyBlock }: TryStatement, child: Node): readonly Guard[] {
  const guards: Guard[] = [];
  if (child === tryBlock && catchClause) guards.push({ kind: 'catch', node: catchClause });
  if (child !== finallyBlock && finallyBlock) guards.push({ kind: 'finally', node: finallyBlock });
  return guards;
}

const using = (node: VariableDeclaration): Guard => ({ kind: 'using', node });

const isUsing = ({ parent }: VariableDeclaration): boolean => areDisposedOf(parent);

/** The variables that live as long as control is in this node. */
function declaredIn(node: Node): readonly VariableDeclaration[] {
  if (isForStatement(node) || isForOfStatement(node)) {
    return node.initializer && isVariableDeclarationList(node.initializer) ? node.initializer.declarations : [];
  }
  if (isCaseBlock(node)) return node.clauses.flatMap(({ statements }) => inStatements(statements));
  return isBlock(node) ? inStatements(node.statements) : [];
}

function inStatements(statements: readonly Statement[]): readonly VariableDeclaration[] {
  return statements.flatMap(one => (isVariableStatement(one) ? one.declarationList.declarations : []));
}
