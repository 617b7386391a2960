/** What an async function does after it has given control away. */

import type { Block, Expression, Node } from './ast.ts';
import { flowOf } from './flow-graph.ts';
import { somePath, successors, type FlowPoint } from './flow.ts';
import type { PlainFunction } from './functions.ts';

/**
 * For each of these nodes the suspension that may come before it, such as an `await`; nodes that none can
 * precede are left out.
 * @param nodes belong to the function's own code
 */
export function suspensionsBefore(fn: PlainFunction, nodes: readonly Node[]): ReadonlyMap<Node, Node> {
  const before = new Map<Node, Node>();
  if (!fn.body || nodes.length === 0) return before;
  const { entry } = flowOf(fn.body as Block | Expression);
  const wanted = new Set(nodes);
  for (const suspension of suspensionsAfter(entry)) {
    somePath(successors(suspension, 'any'), 'any', ({ kind, node }) => {
      if (kind === 'step' && wanted.has(node) && !before.has(node)) before.set(node, suspension.node);
      return 'pass';
    });
  }
  return before;
}

function suspensionsAfter(entry: FlowPoint): readonly FlowPoint[] {
  const found: FlowPoint[] = [];
  somePath([entry], 'any', point => {
    if (point.kind === 'suspension') found.push(point);
    return 'pass';
  });
  return found;
}
