/** Whether one node lies in another of the same file, by their places alone. */

import type { CallExpression, NewExpression, Node } from './ast.ts';

/** A stretch of a file: offsets in UTF-16 code units, trivia before it included. */
type Stretch = Pick<Node, 'pos' | 'end'>;

/** Whether a stretch lies in another, or is that. */
export const isWithin = (inner: Stretch, outer: Stretch): boolean => outer.pos <= inner.pos && inner.end <= outer.end;

/** Which argument of a call, counted from 0, a node is or lies in; -1 where it is none, as the callee. */
export const argumentIndex = (call: CallExpression | NewExpression, node: Node): number =>
  call.arguments?.findIndex(argument => isWithin(node, argument)) ?? -1;
