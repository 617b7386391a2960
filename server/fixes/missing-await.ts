/** Awaits a promise that the compiler found where its value is needed. */

import { ask, type Asking, type TypeInfo } from '../engine/questions.ts';
import { isAwaited } from '../facts/promises.ts';
import { variableOf } from '../facts/variables.ts';
import {
  isAwaitExpression,
  isConditionalExpression,
  isBinaryExpression,
  isIdentifier,
  isPropertyAccessExpression,
  SyntaxKind,
  type Expression,
  type Identifier,
} from '../syntax/ast.ts';
import { parentBeyondParentheses, withoutParentheses } from '../syntax/expressions.ts';
import { awaitInPlace } from './await-in-place.ts';
import { awaitValue } from './await-value.ts';
import { insertAfter, type FixDraft } from './draft.ts';

/** Where the promise is made, if a variable keeps it, and where it is used; the better place first. */
export function* awaitMissing(used: Expression): Asking<readonly FixDraft[]> {
  const name = withoutParentheses(used);
  const inPlace = yield* awaitPromises(used);
  const atSource = isIdentifier(name) ? yield* awaitWhereMade(name) : [];
  return isIdentifier(name) && (yield* isUsedAsPromise(name)) ? [...inPlace, ...atSource] : [...atSource, ...inPlace];
}

/** `{ name }` becomes `{ name: await name }`. */
export function* awaitShorthand(name: Identifier): Asking<readonly FixDraft[]> {
  if (!(yield* isMaybePromise(name))) return [];
  const inPlace = yield* awaitValue(name, [insertAfter(name, `: await ${name.text}`)]);
  return [...(yield* awaitWhereMade(name)), ...inPlace];
}

/** `const value = load()` becomes `const value = await load()`, for a use of `value`. */
export function* awaitWhereMade(name: Identifier): Asking<readonly FixDraft[]> {
  const declaration = yield* variableOf(yield* ask('symbolAt', name));
  if (!declaration?.initializer || declaration.type) return [];
  return yield* awaitPromises(declaration.initializer, `the promise where \`${name.text}\` is made`);
}

/** Of an expression that chooses between values only the promises are awaited, each where it stands. */
function* awaitPromises(expression: Expression, what?: string): Asking<readonly FixDraft[]> {
  const promises: Expression[] = [];
  for (const choice of choices(expression)) if (yield* isMaybePromise(choice)) promises.push(choice);
  const [first] = promises;
  return first ? yield* awaitValue(first, promises.flatMap(one => awaitInPlace(one)), what) : [];
}

/** `a` and `b` of `c ? a : b` and of `a ?? b`: what the expression may come to. */
function choices(expression: Expression): readonly Expression[] {
  const node = withoutParentheses(expression);
  if (isConditionalExpression(node)) return [...choices(node.whenTrue), ...choices(node.whenFalse)];
  const isChoice = isBinaryExpression(node) && CHOOSING.has(node.operatorToken.kind);
  return isChoice ? [...choices(node.left), ...choices(node.right)] : [expression];
}

const CHOOSING: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken]);

function* isMaybePromise(expression: Expression): Asking<boolean> {
  const type: TypeInfo | undefined = yield* ask('typeAt', expression);
  return type !== undefined && (yield* isAwaited(type));
}

/** Whether a variable is awaited, or given handlers, anywhere else: somebody meant it to be a promise. */
function* isUsedAsPromise(name: Identifier): Asking<boolean> {
  for (const reference of yield* ask('references', name)) {
    const use = yield* ask('node', reference);
    const parent = use && parentBeyondParentheses(use);
    if (!parent) continue;
    if (isAwaitExpression(parent)) return true;
    if (isPropertyAccessExpression(parent) && CHAIN_METHODS.has(parent.name.text)) return true;
  }
  return false;
}

const CHAIN_METHODS: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);
