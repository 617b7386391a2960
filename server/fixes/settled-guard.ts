/** Looks at the status of a settled result before its value or reason is taken. */

import type { Asking } from '../engine/questions.ts';
import {
  isArrowFunction,
  isBlock,
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isSourceFile,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { isPlainFunction } from '../syntax/functions.ts';
import { insertAfter, insertAt, type FixDraft } from './draft.ts';
import { indentOf, startWithComments, styleOf } from './style.ts';

/**
 * @param node what stands where the value is taken
 * @param settled the settled result
 * @param taken `value`, `reason`, or `undefined` where it is not known
 */
export function* settledGuardFixes(
  node: Node,
  settled: Expression,
  taken: string | undefined,
): Asking<readonly FixDraft[]> {
  const result = withoutParentheses(settled);
  if (!isIdentifier(result) || !taken) return [];
  const filtered = filterFix(node, result.text, taken);
  return filtered ? [filtered] : guardFix(node, result.text, taken);
}

/** `results.map(r => …)` becomes `results.filter(r => r.status === 'fulfilled').map(r => …)`. */
function filterFix(node: Node, result: string, taken: string): FixDraft | undefined {
  const fn = functionOf(node);
  const call = fn?.parent;
  if (!fn || !call || !isArrowFunction(fn) || !isCallExpression(call) || call.arguments[0] !== fn) return undefined;
  const callee = call.expression;
  const parameter = fn.parameters[0]?.name;
  const isMap = isPropertyAccessExpression(callee) && callee.name.text === 'map';
  if (!isMap || !parameter || !isIdentifier(parameter) || parameter.text !== result) return undefined;
  const { quote } = styleOf(node);
  const status = taken === 'value' ? 'fulfilled' : 'rejected';
  const edits = [
    insertAfter(callee.expression, `.filter(${result} => ${result}.status === ${quote}${status}${quote})`),
  ];
  return { title: `Take only those that were ${status}`, kind: 'suggestion', proof: 'type-check', edits };
}

function functionOf(node: Node): Node | undefined {
  for (let parent = node.parent; parent; parent = parent.parent) if (isPlainFunction(parent)) return parent;
  return undefined;
}

/** A statement before that throws the reason of a rejected result. */
function guardFix(node: Node, result: string, taken: string): readonly FixDraft[] {
  if (taken !== 'value') return [];
  let statement = node;
  while (!isBlock(statement.parent) && !isSourceFile(statement.parent)) {
    statement = statement.parent;
    if (isPlainFunction(statement)) return [];
  }
  const { quote, semicolon } = styleOf(statement);
  const guard = `if (${result}.status === ${quote}rejected${quote}) throw ${result}.reason${semicolon}`;
  const edits = [insertAt(statement, startWithComments(statement), `${guard}\n${indentOf(statement)}`)];
  return [{ title: 'Throw the reason of a rejected one', kind: 'suggestion', proof: 'type-check', edits }];
}
