/** What `await` meets in the values of a type. */

import {
  isBlock,
  isCallExpression,
  SyntaxKind,
  type CallExpression,
  type Expression,
} from '../syntax/ast.ts';
import { invoked } from '../syntax/accesses.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import type { RunnableFunction } from '../syntax/failure-points.ts';
import { ask, TypeFlags, type Asking, type TypeInfo } from '../engine/questions.ts';
import { calleeOf } from './callee.ts';
import { originOf } from './origin.ts';
import { isThenable, unionParts } from './promises.ts';

/** `thenable`: some values are; `open`: the type says nothing, as `any` and `<T>`; `plain`: none are. */
export type Awaitable = 'thenable' | 'open' | 'plain';

/** What typescript-eslint takes a type for. Of a type parameter its constraint counts. */
export function* awaitable(type: TypeInfo): Asking<Awaitable> {
  const known = type.flags & TypeFlags.TypeParameter ? yield* ask('baseConstraint', type) : type;
  if (!known || known.flags & (TypeFlags.Any | TypeFlags.Unknown)) return 'open';
  return (yield* isThenable(known, 1)) ? 'thenable' : 'plain';
}

const GENERIC =
  TypeFlags.TypeParameter | TypeFlags.IndexedAccess | TypeFlags.Conditional | TypeFlags.Substitution;

const SAYS_NOTHING = TypeFlags.Any | TypeFlags.Unknown | TypeFlags.NonPrimitive | TypeFlags.Never | TypeFlags.Void;

/**
 * Whether a `plain` type leaves room for promises nevertheless: `object`, `{}`, what depends on a type parameter,
 * `void` (since async functions stand for `() => void`), `never` (where no code runs), a `then` of any kind.
 */
export function* leavesRoomForPromises(type: TypeInfo): Asking<boolean> {
  for (const part of yield* unionParts(type)) if (yield* partLeavesRoom(part)) return true;
  return false;
}

function* partLeavesRoom(type: TypeInfo): Asking<boolean> {
  if (type.flags & SAYS_NOTHING) return true;
  if (type.flags & GENERIC) {
    const constraint = yield* ask('baseConstraint', type);
    if (!constraint || constraint.id === type.id || (yield* isThenable(constraint, 1))) return true;
    return yield* leavesRoomForPromises(constraint);
  }
  if (type.flags & TypeFlags.Intersection) {
    for (const part of yield* ask('parts', type)) if (!(yield* partLeavesRoom(part))) return false;
    return true;
  }
  if (!(type.flags & TypeFlags.Object)) return false;
  if (yield* ask('property', { type, name: 'then' })) return true;
  return (yield* ask('properties', type)).length === 0 && (yield* ask('callSignatures', type)).length === 0;
}

/** Whether a value is certainly no promise, by its type and, where that is `void`, by the function called. */
export function* isCertainlyPlain(value: Expression, type: TypeInfo): Asking<boolean> {
  if ((yield* awaitable(type)) !== 'plain') return false;
  if (!(type.flags & TypeFlags.Void)) return !(yield* leavesRoomForPromises(type));
  const call = withoutParentheses(value);
  return isCallExpression(call) && (yield* isCertainlySync(call));
}

/**
 * Whether no async function can hide behind a call that is said to return `void`: what is called is a function
 * itself, not a callback, a member of an interface, or an empty method that waits to be overridden.
 */
function* isCertainlySync(call: CallExpression): Asking<boolean> {
  const callee = yield* calleeOf(invoked(call.expression));
  if (callee.kind === 'functions') return callee.functions.every(doesSomething);
  const declarations = callee.kind === 'opaque' ? (callee.symbol?.declarations ?? []) : [];
  return declarations.some(one => originOf(one).kind === 'lib' || FUNCTIONS.has(one.kind));
}

const FUNCTIONS: ReadonlySet<number> = new Set([SyntaxKind.FunctionDeclaration, SyntaxKind.MethodDeclaration]);

function doesSomething({ body }: RunnableFunction): boolean {
  return body !== undefined && !(isBlock(body) && body.statements.length === 0);
}
