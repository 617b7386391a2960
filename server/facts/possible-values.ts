/** What is kept where others may put something else: in a field, as the default of a parameter, or of a part of one. */

import {
  isBindingElement,
  isIdentifier,
  isObjectBindingPattern,
  isObjectLiteralExpression,
  isParameterDeclaration,
  isPropertyDeclaration,
  isSpreadAssignment,
  isVariableDeclaration,
  SyntaxKind,
  type BindingElement,
  type Expression,
  type Node,
  type ParameterDeclaration,
} from '../syntax/ast.ts';
import { assignment } from '../syntax/accesses.ts';
import { givenValue, HOLDER_KINDS, keepsItsValue } from '../syntax/held-names.ts';
import { hasModifier } from '../syntax/modifiers.ts';
import { isCalledTest } from '../syntax/test-files.ts';
import { ask, once, type Asking, type SymbolInfo } from '../engine/questions.ts';
import { calleeSymbol, declared, hasTag } from './callee.ts';
import { mayBeGiven } from './given-arguments.ts';
import type { Leads } from './leads.ts';

/**
 * All values that a symbol may have, as far as the program tells, tests left out: none where it may have others.
 * `undefined` for what keeps its value, or is no variable.
 */
export function* possibleValues(symbol: SymbolInfo, leads: Leads): Asking<readonly Expression[] | undefined> {
  const [reference, ...others] = symbol.declarations;
  if (!reference || others.length > 0 || !HOLDER_KINDS.has(reference.kind)) return undefined;
  const holder = yield* declared(reference);
  if (!holder || keepsItsValue(holder) || hasTag(holder, 'blocking')) return undefined;
  if (hasTag(holder, 'nonblocking')) return [];
  return yield* once('possible values', holder, () => valuesOf(holder, symbol, leads));
}

function* valuesOf(holder: Node, symbol: SymbolInfo, leads: Leads): Asking<readonly Expression[] | undefined> {
  if (isPropertyDeclaration(holder)) return [...valuesIn(holder), ...(yield* assignedTo(symbol, holder.name, leads))];
  if (!givenValue(holder)) return undefined;
  if (isParameterDeclaration(holder)) return yield* valuesOfParameter(holder, symbol, leads);
  return isBindingElement(holder) ? yield* valuesOfPart(holder, leads) : undefined;
}

const valuesIn = ({ initializer }: { readonly initializer?: Expression | undefined }): readonly Expression[] =>
  initializer ? [initializer] : [];

function* valuesOfParameter(
  parameter: ParameterDeclaration,
  symbol: SymbolInfo,
  leads: Leads,
): Asking<readonly Expression[]> {
  const { name } = parameter;
  if (!isIdentifier(name) || isReplaced(parameter, name.text, parameter.end)) return [];
  if (yield* mayBeGiven(parameter, leads, () => true)) return [];
  const isField = parameter.modifiers !== undefined && !hasModifier(parameter, SyntaxKind.ReadonlyKeyword);
  return [...valuesIn(parameter), ...(isField ? yield* assignedTo(symbol, name, leads) : [])];
}

/** `read` of `{ read = readFileSync }`, which is taken out of a parameter. */
function* valuesOfPart(part: BindingElement, leads: Leads): Asking<readonly Expression[]> {
  const { name, parent: pattern } = part;
  const propertyName = part.propertyName ?? name;
  const owner = isObjectBindingPattern(pattern) ? yield* parameterBehind(pattern.parent) : undefined;
  if (!owner || !name || !propertyName || !isIdentifier(propertyName) || isReplaced(owner, name.getText(), part.end))
    return [];
  const gives = (value: Expression): boolean =>
    !isObjectLiteralExpression(value) ||
    value.properties.some(it => isSpreadAssignment(it) || it.name?.getText() === propertyName.text);
  const isGiven = (owner.initializer && gives(owner.initializer)) || (yield* mayBeGiven(owner, leads, gives));
  return isGiven ? [] : valuesIn(part);
}

/** The parameter that a pattern takes apart, there or in a variable below. */
function* parameterBehind(taken: Node): Asking<ParameterDeclaration | undefined> {
  if (isParameterDeclaration(taken)) return taken;
  const { initializer } = isVariableDeclaration(taken) ? taken : {};
  const symbol = initializer && isIdentifier(initializer) ? yield* ask('symbolAt', initializer) : undefined;
  const [reference] = symbol?.declarations ?? [];
  const declaration = reference && (yield* declared(reference));
  return declaration && isParameterDeclaration(declaration) ? declaration : undefined;
}

/** Whether the function of a parameter assigns to a variable after an offset, in UTF-16 code units. */
const isReplaced = ({ parent: fn }: ParameterDeclaration, name: string, after: number): boolean =>
  assignment(name).test(fn.getSourceFile().text.slice(after, fn.end));

/** What is assigned to a property, wherever that is. */
function* assignedTo(symbol: SymbolInfo, name: Node, leads: Leads): Asking<readonly Expression[]> {
  const [own] = symbol.declarations;
  const values: Expression[] = [];
  for (const { left, right } of yield* leads.assignments(name.getText())) {
    if (isCalledTest(left.getSourceFile().fileName)) continue;
    const [other] = (yield* calleeSymbol(left))?.declarations ?? [];
    if (other?.file === own?.file && other?.index === own?.index) values.push(right);
  }
  return values;
}
