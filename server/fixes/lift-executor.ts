/** Turns `new Promise(async (resolve, reject) => …)` into an async function that is called on the spot. */

import {
  isArrowFunction,
  isBlock,
  isCallExpression,
  isCatchClause,
  isExpressionStatement,
  isIfStatement,
  isReturnStatement,
  isSpreadElement,
  isTryStatement,
  type Block,
  type Expression,
  type Identifier,
  type Node,
  type Statement,
  type TryStatement,
} from '../syntax/ast.ts';
import type { Executor } from '../syntax/executors.ts';
import { usesOf } from '../syntax/parameter-uses.ts';
import type { DraftEdit } from './draft.ts';
import { unwrapTry } from './unwrap-try.ts';

/**
 * `resolve(x)` becomes `return x`, and `reject(e)` becomes `throw e`. That is the same only where nothing runs
 * afterwards, and where no `catch` takes what is thrown: `undefined` for any other executor.
 */
export function liftExecutor(executor: Executor): readonly DraftEdit[] | undefined {
  const { construction, function: fn, resolve } = executor;
  if (!isArrowFunction(fn) || !resolve || isExpressionStatement(construction.parent)) return undefined;
  const edits = isBlock(fn.body) ? settlementEdits(executor, fn.body) : resultEdits(fn.body as Expression, resolve);
  if (!edits) return undefined;
  const file = construction.getSourceFile().fileName;
  const [type] = construction.typeArguments ?? [];
  const head = `(async ()${type ? `: Promise<${type.getText()}>` : ''} => `;
  return [
    { file, start: construction.getStart(), end: fn.body.getStart(), text: head },
    ...edits,
    { file, start: fn.body.end, end: construction.end, text: ')()' },
  ];
}

/** `resolve => resolve(x)`: `x` alone is left. */
function resultEdits(body: Expression, resolve: Identifier): readonly DraftEdit[] | undefined {
  if (!isCallExpression(body) || body.expression.getText() !== resolve.text || usesOf(resolve, body).length > 1)
    return undefined;
  const [argument, ...others] = body.arguments;
  if (!argument || others.length > 0 || isSpreadElement(argument)) return undefined;
  const file = body.getSourceFile().fileName;
  return [
    { file, start: body.getStart(), end: argument.getStart(), text: '' },
    { file, start: argument.end, end: body.end, text: '' },
  ];
}

function settlementEdits({ resolve, reject }: Executor, body: Block): readonly DraftEdit[] | undefined {
  const useless = reject && uselessTry(body, reject);
  const edits: DraftEdit[] = [];
  for (const [name, word] of [[resolve, 'return'], [reject, 'throw']] as const) {
    for (const use of name ? usesOf(name, body) : []) {
      const edit = settlementEdit(use, word, body, useless);
      if (!edit) return undefined;
      edits.push(...edit);
    }
  }
  if (!useless) return edits;
  const kept = edits.filter(({ start }) => start < useless.tryBlock.end);
  return [...kept, ...unwrapTry(useless, kept)];
}

/** `try { … } catch (error) { reject(error); }`, and nothing else: an async function does that by itself. */
function uselessTry(body: Block, reject: Identifier): TryStatement | undefined {
  const [only, ...others] = body.statements;
  if (!only || others.length > 0 || !isTryStatement(only) || only.finallyBlock || only.tryBlock.statements.length === 0)
    return undefined;
  // What is said there would be lost.
  if (/\/[/*]/.test(body.getSourceFile().text.slice(only.tryBlock.end, only.end))) return undefined;
  const name = only.catchClause?.variableDeclaration?.name;
  const [handled, ...more] = only.catchClause?.block.statements ?? [];
  const call = handled && isExpressionStatement(handled) && more.length === 0 ? handled.expression : undefined;
  if (!name || !call || !isCallExpression(call) || call.expression.getText() !== reject.text) return undefined;
  return call.arguments.length === 1 && call.arguments[0]!.getText() === name.getText() ? only : undefined;
}

function settlementEdit(
  use: Identifier,
  word: 'return' | 'throw',
  body: Block,
  useless: TryStatement | undefined,
): readonly DraftEdit[] | undefined {
  const call = use.parent;
  if (!isCallExpression(call) || call.expression !== use || call.arguments.length > 1) return undefined;
  const [argument] = call.arguments;
  if ((argument && isSpreadElement(argument)) || (!argument && word === 'throw')) return undefined;
  const statement = call.parent;
  if (!isExpressionStatement(statement) && !isReturnStatement(statement)) return undefined;
  if (word === 'throw' && isInTry(statement, body, useless)) return undefined;
  if (isExpressionStatement(statement) && !endsTheFunction(statement, body)) return undefined;
  const file = call.getSourceFile().fileName;
  const semicolon = statement.getText().endsWith(';') ? ';' : '';
  const [start, end] = [statement.getStart(), (returnAfter(statement) ?? statement).end];
  if (!argument) return [{ file, start, end, text: word + semicolon }];
  return [
    { file, start, end: argument.getStart(), text: `${word} ` },
    { file, start: argument.end, end, text: semicolon },
  ];
}

/** The `return;` right after a statement. */
function returnAfter(statement: Statement): Statement | undefined {
  if (!isBlock(statement.parent)) return undefined;
  const { statements } = statement.parent;
  const next = statements[statements.indexOf(statement) + 1];
  return next && isReturnStatement(next) && !next.expression ? next : undefined;
}

/** Whether the function is over after a statement. */
function endsTheFunction(statement: Node, body: Block): boolean {
  const { parent } = statement;
  if (isBlock(parent)) {
    if (returnAfter(statement as Statement)) return true;
    return parent.statements.at(-1) === statement && (parent === body || endsTheFunction(parent, body));
  }
  if (isTryStatement(parent)) return parent.finallyBlock !== statement && endsTheFunction(parent, body);
  if (isCatchClause(parent)) return endsTheFunction(parent, body);
  return isIfStatement(parent) && endsTheFunction(parent, body);
}

/** Whether a `catch` would take what is thrown at a node, other than that of `useless`. */
function isInTry(node: Node, body: Block, useless: TryStatement | undefined): boolean {
  for (let child = node; child !== body; child = child.parent) {
    const { parent } = child;
    if (isTryStatement(parent) && parent.tryBlock === child && parent.catchClause && parent !== useless) return true;
  }
  return false;
}
