/** Regular expressions as they are written. */

import {
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isRegularExpressionLiteral,
  isStringLiteral,
  type Expression,
  type Node,
} from './ast.ts';
import { isConstant, withoutParentheses } from './expressions.ts';

export interface RegularExpression {
  readonly source: string;
  readonly flags: string;
}

/** That of a literal, or of `new RegExp('…', 'g')` with constant texts. */
export function regularExpression(node: Node): RegularExpression | undefined {
  if (isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/');
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  if (!isNewExpression(node) || !isIdentifier(node.expression) || node.expression.text !== 'RegExp') return undefined;
  const [source, flags] = node.arguments ?? [];
  const isFixed = source && isText(source) && (!flags || isText(flags));
  return isFixed ? { source: source.text, flags: flags ? flags.text : '' } : undefined;
}

const isText = (node: Expression) => isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node);

/** Whether an expression is matched where it is written, with a text that is a constant: `/a+/.test('aaa')`. */
export function matchesConstant(expression: Node): boolean {
  const { parent } = expression;
  if (isPropertyAccessExpression(parent) && parent.expression === expression) {
    const [text] = isCallExpression(parent.parent) ? parent.parent.arguments : [];
    return text !== undefined && isConstant(text);
  }
  const callee = isCallExpression(parent) && parent.arguments[0] === expression ? parent.expression : undefined;
  return (
    callee !== undefined && isPropertyAccessExpression(callee) && isConstant(withoutParentheses(callee.expression))
  );
}
