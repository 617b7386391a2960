/** Code that loses no promise of the callbacks it is given, though its types do not say so. */

import {
  isCallExpression,
  isClassDeclaration,
  isIdentifier,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  SyntaxKind,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { LISTENING, REMOVING } from '../syntax/listeners.ts';
import { ask, type Asking } from '../engine/questions.ts';
import { calleeSymbol } from './callee.ts';
import { isOneOf, type NamedIn } from './members.ts';

/**
 * Whether the callee of a call handles the promises of callbacks among its arguments.
 * @param named functions and members that packs know to do so
 */
export function* observesPromises(callee: Expression, named: readonly NamedIn[]): Asking<boolean> {
  const symbol = yield* calleeSymbol(callee);
  if (!symbol) return false;
  // What takes a listener away does not call it.
  if (REMOVING.has(symbol.name)) return true;
  return (yield* isOneOf(symbol, named)) || (LISTENING.has(symbol.name) && (yield* capturesRejections(callee)));
}

/**
 * Whether an emitter turns the rejections of its listeners into `error` events: it was made with
 * `{ captureRejections: true }` (https://nodejs.org/api/events.html#capture-rejections-of-promises).
 */
function* capturesRejections(callee: Expression): Asking<boolean> {
  const access = withoutParentheses(callee);
  if (!isPropertyAccessExpression(access)) return false;
  if (yield* isMadeCapturing(withoutParentheses(access.expression))) return true;
  for (const declaration of (yield* calleeSymbol(access.expression))?.declarations ?? []) {
    const node = yield* ask('node', declaration);
    const { initializer } = (node ?? {}) as { readonly initializer?: Expression };
    if (initializer && (yield* isMadeCapturing(withoutParentheses(initializer)))) return true;
  }
  return false;
}

function* isMadeCapturing(value: Expression): Asking<boolean> {
  if (!isNewExpression(value)) return false;
  if (value.arguments?.some(isCapturingOption)) return true;
  for (const declaration of (yield* calleeSymbol(value.expression))?.declarations ?? []) {
    const node = yield* ask('node', declaration);
    if (node && isClassDeclaration(node) && passesCapturingOption(node)) return true;
  }
  return false;
}

/** `super({ captureRejections: true })` somewhere in a class. */
function passesCapturingOption(node: Node): boolean {
  if (isCallExpression(node) && node.expression.kind === SyntaxKind.SuperKeyword) {
    return node.arguments.some(isCapturingOption);
  }
  return node.forEachChild(child => passesCapturingOption(child) || undefined) ?? false;
}

function isCapturingOption(argument: Expression): boolean {
  const options = withoutParentheses(argument);
  if (!isObjectLiteralExpression(options)) return false;
  return options.properties.some(
    property =>
      isPropertyAssignment(property) &&
      isIdentifier(property.name) &&
      property.name.text === 'captureRejections' &&
      property.initializer.kind === SyntaxKind.TrueKeyword,
  );
}
