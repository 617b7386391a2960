/** Functions of libraries that are given functions and return one that runs them: it fails only if they do. */

import { isArrowFunction, isFunctionExpression, type CallExpression, type Expression } from '../syntax/ast.ts';
import { boundBy } from '../syntax/held-names.ts';
import { returnedBy } from '../syntax/promise-values.ts';
import { ask, type Asking } from '../engine/questions.ts';
import { isTypeOf, type NamedIn } from './members.ts';

/** Wrappers by their name, and by the name of their type where a hook returns them. */
export const WRAPPERS: readonly NamedIn[] = [
  { module: 'mobx', names: ['IActionFactory'] },
  { module: 'react', names: ['useCallback', 'useEffectEvent'] },
  { module: 'react-hook-form', names: ['UseFormHandleSubmit'] },
  { module: 'es-toolkit', names: ['debounce', 'throttle'] },
  { module: 'lodash', names: ['LoDashStatic.debounce', 'LoDashStatic.throttle'] },
];

/** These call what they are given at once, and return its result. */
export const MAKERS: readonly NamedIn[] = [{ module: 'react', names: ['useMemo'] }];

/** The functions that the result of a wrapper runs: `f` of `useCallback(f, [])` and of `f.bind(…)`. */
export function* wrappedIn(value: CallExpression): Asking<readonly Expression[]> {
  const bound = boundBy(value);
  if (bound) return [bound];
  const type = yield* ask('typeAt', value.expression);
  if (!type) return [];
  if (yield* isTypeOf(type, WRAPPERS)) return value.arguments;
  return (yield* isTypeOf(type, MAKERS)) ? value.arguments.flatMap(made) : [];
}

const made = (maker: Expression): readonly Expression[] =>
  isArrowFunction(maker) || isFunctionExpression(maker) ? returnedBy(maker) : [];
