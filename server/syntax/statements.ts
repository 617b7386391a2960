/** Where statements begin, and whether they would still begin there if their first token were another. */

import {
  isArrowFunction,
  isBlock,
  isCaseClause,
  isDefaultClause,
  isExportAssignment,
  isExpressionStatement,
  isModuleBlock,
  isSourceFile,
  type Node,
} from './ast.ts';

/** The statement or the arrow function whose own code begins with this node. */
export function beginsWith(node: Node): Node | undefined {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (isExportAssignment(parent)) return parent;
    if (isArrowFunction(parent)) return parent.body === child && !isBlock(child) ? parent : undefined;
    if (parent.getStart() !== node.getStart()) return undefined;
    if (isExpressionStatement(parent)) return parent;
  }
  return undefined;
}

/**
 * Whether an expression statement begins with this node that the statement before might swallow if it began with
 * `(`, `[` or a template: no semicolon is between them.
 */
export function beginsAfterOpenStatement(node: Node): boolean {
  const statement = beginsWith(node);
  if (!statement || !isExpressionStatement(statement) || !isInList(statement)) return false;
  // The full text of a statement begins where the token before it ends.
  const before = statement.getSourceFile().text[statement.pos - 1];
  return before !== undefined && before !== ';' && before !== '{';
}

/** Not the body of an `if` or a loop, which needs no semicolon before it and must have none. */
function isInList({ parent }: Node): boolean {
  return (
    isBlock(parent) || isSourceFile(parent) || isModuleBlock(parent) || isCaseClause(parent) || isDefaultClause(parent)
  );
}
