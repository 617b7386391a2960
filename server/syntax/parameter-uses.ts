/** Where a parameter, or a member of it, is mentioned. */

import {
  isIdentifier,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isVariableDeclaration,
  type BindingName,
  type Expression,
  type Identifier,
  type Node,
  type ObjectBindingPattern,
} from './ast.ts';
import { isPlainFunction } from './functions.ts';

/** Every mention of a parameter inside its function, except where a function within has one of the same name. */
export function usesOf(parameter: Identifier, within: Node): readonly Identifier[] {
  const uses: Identifier[] = [];
  const walk = (node: Node): void => {
    if (isIdentifier(node)) {
      if (node.text === parameter.text && !isNameOfMember(node)) uses.push(node);
      return;
    }
    const isHidden =
      isPlainFunction(node) && node.parameters.some(({ name }) => isIdentifier(name) && name.text === parameter.text);
    if (!isHidden) node.forEachChild(child => walk(child));
  };
  walk(within);
  return uses;
}

function isNameOfMember(name: Identifier): boolean {
  const { parent } = name;
  return (isPropertyAccessExpression(parent) || isPropertyAssignment(parent)) && parent.name === name;
}

/** Every mention of a parameter's member: of `onSave` in `props.onSave()`, and in `save()` for `{ onSave: save }`. */
export function usesOfMember(parameter: BindingName, member: string, within: Node): readonly Expression[] {
  if (isObjectBindingPattern(parameter)) return usesOfElement(parameter, member, within);
  return isIdentifier(parameter) ? usesOf(parameter, within).flatMap(use => memberUses(use, member, within)) : [];
}

function memberUses(use: Identifier, member: string, within: Node): readonly Expression[] {
  const { parent } = use;
  if (isPropertyAccessExpression(parent)) return parent.name.text === member ? [parent] : [];
  const isTakenApart =
    isVariableDeclaration(parent) && parent.initializer === use && isObjectBindingPattern(parent.name);
  return isTakenApart ? usesOfElement(parent.name, member, within) : [];
}

function usesOfElement({ elements }: ObjectBindingPattern, member: string, within: Node): readonly Expression[] {
  const element = elements.find(({ propertyName, name }) => (propertyName ?? name)?.getText() === member);
  return element?.name && isIdentifier(element.name) ? usesOf(element.name, within) : [];
}
