/** Where a function begins to answer requests: before that, nobody waits for it. */

import { isCallExpression, isIdentifier, type CallExpression } from './ast.ts';
import { memberName } from './expressions.ts';
import { forEachOwnNode } from './functions.ts';
import type { RunnableFunction } from './failure-points.ts';

/** Offset of the first `server.listen(…)` or `serve(…)` in a function's own code; none where there is no such call. */
export function listensAt({ body }: RunnableFunction): number | undefined {
  let first: number | undefined;
  if (body) {
    forEachOwnNode(body, node => {
      if (isCallExpression(node) && listens(node)) first ??= node.getStart();
    });
  }
  return first;
}

function listens({ expression }: CallExpression): boolean {
  return isIdentifier(expression) ? expression.text === 'serve' : memberName(expression) === 'listen';
}
