/** Ways to listen to a promise from the moment it is made. */

import type { Asking } from '../engine/questions.ts';
import type { LocalPromise } from '../facts/local-promises.ts';
import {
  isAwaitExpression,
  isBlock,
  isExpressionStatement,
  isSourceFile,
  isVariableStatement,
  type AwaitExpression,
  type Node,
  type Statement,
  type VariableStatement,
} from '../syntax/ast.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { keywordOf } from '../syntax/variable-lists.ts';
import { isWithin } from '../syntax/within.ts';
import { insertAfter, type DraftEdit, type FixDraft } from './draft.ts';
import { indentOf, styleOf } from './style.ts';

/** @param at the `await` or `throw` at which nobody listens yet */
export function* rejectionWindowFixes(
  local: LocalPromise,
  by: 'suspension' | 'throw',
  at: Node,
): Asking<readonly FixDraft[]> {
  const isOne = local.kind === 'promise' && by === 'suspension';
  const fixes = isOne && isAwaitExpression(at) ? waitForBoth(local, at) : [];
  return [...fixes, ...listenAtOnce(local)];
}

/** The rejection is still there for those who await the promise: it only counts as handled from the start. */
function listenAtOnce({ name, declaration, kind }: LocalPromise): FixDraft[] {
  const statement = declaration.parent.parent;
  if (!isVariableStatement(statement)) return [];
  const promise = kind === 'array' ? `Promise.all(${name.text})` : name.text;
  const lines = [
    '// Errors are thrown where it is awaited.',
    `${promise}.catch(() => {})${styleOf(statement).semicolon}`,
  ];
  const edits = [insertAfter(statement, lines.map(line => `\n${indentOf(statement)}${line}`).join(''))];
  return [{ title: 'Attach a handler at once', kind: 'suggestion', proof: 'type-check', edits }];
}

/**
 * `const a = f(); const b = await g(); use(await a);` becomes `const [a, b] = await Promise.all([f(), g()]); use(a);`:
 * offered where the three stand next to each other, so that nothing runs later than it did.
 */
function waitForBoth({ name, declaration, reads }: LocalPromise, second: AwaitExpression): FixDraft[] {
  const first = declaration.parent.parent;
  const next = isVariableStatement(first) && isOnlyConst(first) ? statementAfter(first) : undefined;
  const target = next && targetOf(next, second);
  const [read, ...others] = reads;
  const use = read?.parent;
  if (!next || target === undefined || declaration.type || others.length > 0 || !use || !isAwaitExpression(use))
    return [];
  const after = statementAfter(next);
  if (!after || !isWithin(use, after) || hasComment(next)) return [];
  // The name of what is made of the value takes the place of the promise's.
  const value = targetOf(after, use);
  const targets = [value ?? name.text, target];
  const works = `await Promise.all([${declaration.initializer!.getText()}, ${second.expression.getText()}])`;
  const end = styleOf(first).semicolon;
  const text = targets.some(one => one !== '')
    ? `const [${targets.join(', ').replace(/, $/, '')}] = ${works}${end}`
    : `${works}${end}`;
  const edits: DraftEdit[] = [
    { file: first.getSourceFile().fileName, start: first.getStart(), end: next.end, text },
    value === undefined ? replace(use, name.text) : remove(after),
  ];
  return [{ title: 'Wait for both with `Promise.all`', kind: 'suggestion', proof: 'type-check', edits }];
}

/** Whether something is said above a statement, which a fix that replaces it would lose. */
const hasComment = (statement: Statement): boolean =>
  statement.getSourceFile().text.slice(statement.pos, statement.getStart()).trim() !== '';

/** What the statement `const target = await …;` or `await …;` gives the value to; `undefined` for any other. */
function targetOf(statement: Statement, awaited: AwaitExpression): string | undefined {
  if (isExpressionStatement(statement)) return withoutParentheses(statement.expression) === awaited ? '' : undefined;
  if (!isVariableStatement(statement) || !isOnlyConst(statement)) return undefined;
  const [only] = statement.declarationList.declarations;
  return only && !only.type && only.initializer === awaited ? only.name.getText() : undefined;
}

function isOnlyConst({ declarationList, modifiers }: VariableStatement): boolean {
  return keywordOf(declarationList) === 'const' && !modifiers && declarationList.declarations.length === 1;
}

function statementAfter(statement: Statement): Statement | undefined {
  const { parent } = statement;
  if (!isBlock(parent) && !isSourceFile(parent)) return undefined;
  const statements: readonly Node[] = parent.statements;
  return parent.statements[statements.indexOf(statement) + 1];
}

/** Comments above a statement stay. */
function remove(statement: Statement): DraftEdit {
  const file = statement.getSourceFile();
  const start = hasComment(statement) ? statement.getStart() : statement.pos;
  return { file: file.fileName, start, end: statement.end, text: '' };
}

function replace(node: Node, text: string): DraftEdit {
  return { file: node.getSourceFile().fileName, start: node.getStart(), end: node.end, text };
}
