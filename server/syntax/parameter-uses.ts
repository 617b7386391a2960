/** Where a parameter is mentioned. */

import { isIdentifier, isPropertyAccessExpression, isPropertyAssignment, type Identifier, type Node } from './ast.ts';
import { isPlainFunction } from './functions.ts';

/** Every mention of a parameter inside its function, except where a function within has one of the same name. */
export function usesOf(parameter: Identifier, within: Node): readonly Identifier[] {
  const uses: Identifier[] = [];
  const walk = (node: Node): void => {
    if (isIdentifier(node)) {
      if (node.text === parameter.text && !isNameOfMember(node)) uses.push(node);
      return;
    }
    const isHidden = isPlainFunction(node) && node.parameters.some(({ name }) => isIdentifier(name) && name.text === parameter.text);
    if (!isHidden) node.forEachChild(child => walk(child));
  };
  walk(within);
  return uses;
}

function isNameOfMember(name: Identifier): boolean {
  const { parent } = name;
  return (isPropertyAccessExpression(parent) || isPropertyAssignment(parent)) && parent.name === name;
}
