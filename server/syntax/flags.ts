/** A variable that is `false` until something has happened, or `true`. */

import {
  isArrowFunction,
  isBinaryExpression,
  isExpressionStatement,
  isIdentifier,
  isPrefixUnaryExpression,
  isVariableDeclarationList,
  isVariableStatement,
  isWhileStatement,
  SyntaxKind,
  type Expression,
  type Identifier,
  type Node,
  type VariableDeclaration,
  type WhileStatement,
} from './ast.ts';
import { usesOf } from './parameter-uses.ts';

export interface Flag {
  readonly name: string;
  readonly declaration: VariableDeclaration;
  /** The assignments that turn it to its other value; nothing turns it back. */
  readonly writes: readonly Expression[];
  /** The loops that wait until it has turned; nothing else reads it. */
  readonly loops: readonly WhileStatement[];
}

/** `undefined` where the variable is used in any other way. */
export function flagOf(declaration: VariableDeclaration): Flag | undefined {
  const { name, initializer, parent: list } = declaration;
  const statement = list.parent;
  const start = booleanOf(initializer);
  if (!isIdentifier(name) || start === undefined || !isVariableDeclarationList(list)) return undefined;
  if (list.declarations.length !== 1 || !isVariableStatement(statement) || statement.modifiers) return undefined;
  const writes: Expression[] = [];
  const loops: WhileStatement[] = [];
  for (const use of usesOf(name, statement.parent)) {
    if (use === name) continue;
    const write = writeOf(use, !start);
    const loop = loopOf(use, start);
    if (write) writes.push(write);
    else if (loop) loops.push(loop);
    else return undefined;
  }
  return { name: name.text, declaration, writes, loops };
}

function booleanOf(value: Node | undefined): boolean | undefined {
  return value && { [SyntaxKind.TrueKeyword]: true, [SyntaxKind.FalseKeyword]: false }[value.kind as number];
}

/** `flag = true`, its value used by nobody. */
function writeOf(use: Identifier, value: boolean): Expression | undefined {
  const write = use.parent;
  if (!isBinaryExpression(write) || write.left !== use || booleanOf(write.right) !== value) return undefined;
  const isAlone = isExpressionStatement(write.parent) || isArrowFunction(write.parent);
  return isAlone && write.operatorToken.kind === SyntaxKind.EqualsToken ? write : undefined;
}

/** `while (!flag) …`, or `while (flag) …` where it begins as `true`. */
function loopOf(use: Identifier, start: boolean): WhileStatement | undefined {
  const isNot = isPrefixUnaryExpression(use.parent);
  const test: Node = isNot ? use.parent : use;
  const isWaiting = isWhileStatement(test.parent) && test.parent.expression === test && isNot !== start;
  return isWaiting ? (test.parent as WhileStatement) : undefined;
}
