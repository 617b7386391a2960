/** `Promise.all` in place of statements that await one after the other. */

import {
  isAwaitExpression,
  isExpressionStatement,
  isVariableStatement,
  type AwaitExpression,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { parentBeyondParentheses } from '../syntax/expressions.ts';
import { mentions, namesIn } from '../syntax/mentions.ts';
import { keywordOf } from '../syntax/variable-lists.ts';
import type { Replacement } from './loop-at-once.ts';

/** `const a = await f(); const b = await g();` and `await f(); await g();` */
export function neighboursAtOnce(awaited: AwaitExpression): Replacement | undefined {
  const parent = parentBeyondParentheses(awaited);
  const first = isExpressionStatement(parent) ? parent : parent.parent?.parent;
  const block = first?.parent as (Node & { readonly statements?: readonly Node[] }) | undefined;
  const row = first && block?.statements ? rowFrom(first, block.statements) : [];
  const last = row.at(-1);
  if (row.length < 2 || first === undefined || last === undefined) return undefined;
  const names = row.map(({ name }) => name ?? '').join(', ').replace(/(?:, )+$/, '');
  const all = `await Promise.all([${row.map(({ operand: it }) => it.getText()).join(', ')}])`;
  const end = last.statement.getText().endsWith(';') ? ';' : '';
  return { from: first, to: last.statement, text: `${names === '' ? '' : `const [${names}] = `}${all}${end}` };
}

interface Step {
  readonly statement: Node;
  readonly operand: Expression;
  /** What keeps the value, and how it is called there. */
  readonly name: string | undefined;
  readonly kept: ReadonlySet<string>;
}

/** Steps that follow each other, none of which speaks of what one before it has kept. */
function rowFrom(first: Node, statements: readonly Node[]): Step[] {
  const row: Step[] = [];
  const kept = new Set<string>();
  for (const statement of statements.slice(statements.indexOf(first))) {
    const step = stepOf(statement);
    const last = row.at(-1);
    if (step === undefined || mentions(step.operand, kept)) break;
    const between =
      last === undefined ? '' : statement.getSourceFile().text.slice(last.statement.end, statement.getStart());
    // A comment would be lost.
    if (between.trim() !== '') break;
    row.push(step);
    for (const name of step.kept) kept.add(name);
  }
  return row;
}

function stepOf(statement: Node): Step | undefined {
  if (isExpressionStatement(statement)) {
    const { expression } = statement;
    return isAwaitExpression(expression)
      ? { statement, operand: expression.expression, name: undefined, kept: new Set() }
      : undefined;
  }
  if (!isVariableStatement(statement) || (statement.modifiers?.length ?? 0) > 0) return undefined;
  const [declaration, ...others] = statement.declarationList.declarations;
  const value = declaration?.initializer;
  const isPlain =
    others.length === 0 && declaration?.type === undefined && keywordOf(statement.declarationList) === 'const';
  if (!isPlain || declaration === undefined || value === undefined || !isAwaitExpression(value)) return undefined;
  return { statement, operand: value.expression, name: declaration.name.getText(), kept: namesIn(declaration.name) };
}
