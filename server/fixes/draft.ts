/** A fix before it is known whether it type-checks: offsets instead of places, nodes left behind. */

import type { FixKind } from '../../shared/finding.ts';
import type { Expression, Node } from '../syntax/ast.ts';
import { bindsTighterThanUnary } from '../syntax/expressions.ts';

/** Replace a stretch by `text`; offsets are 0-based UTF-16 code units, `end` exclusive. */
export interface DraftEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface FixDraft {
  readonly title: string;
  /** Where no other fix of the finding is left, it says why. */
  readonly titleAlone?: string;
  readonly kind: FixKind;
  /**
   * Why the program type-checks after it: because such an edit always does, or because the type checker says so.
   * A `safe` fix is always right by construction, since nobody looks at it.
   */
  readonly proof: 'construction' | 'type-check';
  readonly edits: readonly DraftEdit[];
  /** Files that are not edited, but use what is: errors could appear in them, too. */
  readonly usedIn?: readonly string[];
}

/** Inserts at an offset in the file of a node. */
export function insertAt(node: Node, offset: number, text: string): DraftEdit {
  return { file: node.getSourceFile().fileName, start: offset, end: offset, text };
}

/** Inserts before the first character of a node, behind the comments above it. */
export function insertBefore(node: Node, text: string): DraftEdit {
  return insertAt(node, node.getStart(), text);
}

/** Inserts behind the last character of a node. */
export function insertAfter(node: Node, text: string): DraftEdit {
  return insertAt(node, node.end, text);
}

/** Puts a unary operator such as `await` before an expression, in parentheses where precedence asks for them. */
export function prefix(expression: Expression, operator: string): DraftEdit[] {
  if (bindsTighterThanUnary(expression)) return [insertBefore(expression, `${operator} `)];
  return [insertBefore(expression, `${operator} (`), insertAfter(expression, ')')];
}
