/** Functions of libraries that are given functions and return one that runs them: it fails only if they do. */

import { isArrowFunction, isFunctionExpression, type CallExpression, type Expression } from '../syntax/ast.ts';
import { memberName } from '../syntax/expressions.ts';
import { returnedBy } from '../syntax/promise-values.ts';
import { ask, type Asking } from '../engine/questions.ts';
import { isOneOf, type NamedIn } from './members.ts';

/** Wrappers by their name, and by the name of their type where a hook returns them. */
const WRAPPERS: readonly NamedIn[] = [
  { module: 'react', names: ['useCallback', 'useEffectEvent'] },
  { module: 'react-hook-form', names: ['UseFormHandleSubmit'] },
  { module: 'lodash', names: ['LoDashStatic.debounce', 'LoDashStatic.throttle'] },
];

/** These call what they are given at once, and return its result. */
const MAKERS: readonly NamedIn[] = [{ module: 'react', names: ['useMemo'] }];

/** The functions that the result of a wrapper runs: `f` of `useCallback(f, [])` and of `f.bind(…)`. */
export function* wrappedIn(value: CallExpression): Asking<readonly Expression[]> {
  if (memberName(value.expression) === 'bind') return [boundBy(value)];
  const type = yield* ask('typeAt', value.expression);
  if (!type) return [];
  const symbol = type.symbol ? yield* ask('symbolOfType', type) : undefined;
  const alias = type.aliasSymbol ? yield* ask('aliasOfType', type) : undefined;
  for (const named of [symbol, alias]) {
    if (named && (yield* isOneOf(named, WRAPPERS))) return value.arguments;
    if (named && (yield* isOneOf(named, MAKERS))) return value.arguments.flatMap(made);
  }
  return [];
}

const boundBy = (call: CallExpression): Expression =>
  (call.expression as Expression & { readonly expression: Expression }).expression;

const made = (maker: Expression): readonly Expression[] =>
  isArrowFunction(maker) || isFunctionExpression(maker) ? returnedBy(maker) : [];
