/** What keeps a call from being awaited, down to the types that the function around it has to fit. */

import { ask, type Asking, type TypeInfo } from '../engine/questions.ts';
import { takerOf } from '../facts/async-contexts.ts';
import { expectedTypes } from '../facts/expected-types.ts';
import { resultOf } from '../facts/function-types.ts';
import { apparent } from '../facts/promises.ts';
import { codeLabel } from '../syntax/code-labels.ts';
import {
  isArrowFunction,
  isClassLikeDeclaration,
  isFunctionExpression,
  isInterfaceDeclaration,
  isTypePredicateNode,
  type Node,
} from '../syntax/ast.ts';
import { chainCall } from '../syntax/expressions.ts';
import { awaitContext, type PlainFunction } from '../syntax/functions.ts';
import { functionName } from '../syntax/function-name.ts';
import { awaitObstacle } from './await-obstacle.ts';

/** As in "a getter, which cannot wait"; `undefined` where nothing is known to be in the way. */
export function* chainObstacle(call: Node): Asking<string | undefined> {
  const place = awaitObstacle(call);
  if (place) return `${place}, which cannot wait`;
  const context = awaitContext(call);
  if (context.kind !== 'sync') return undefined;
  const fn = context.function;
  const taker = takerOf(fn);
  // Promises wait for what their callbacks return, also where the type says `void` as that of `finally` does.
  if (taker && chainCall(taker)) return undefined;
  if (fn.type && isTypePredicateNode(fn.type)) return `${called(fn)}, which tells types apart`;
  for (const type of yield* expectedTypes(fn)) {
    const result = yield* resultOf(yield* apparent(type));
    if (result === 'promise') continue;
    const owner = yield* ownerOf(type);
    if (result === 'void') return `${called(fn)}, whose promise nobody would wait for`;
    return `${called(fn)}, whose value is expected at once${owner ? ` by \`${owner}\`` : ''}`;
  }
  return undefined;
}

/** As in "`A.text`", or "a callback of `map`". */
export function called(fn: PlainFunction): string {
  const isCallback = (isArrowFunction(fn) || isFunctionExpression(fn)) && !functionName(fn);
  return isCallback ? `a ${codeLabel(fn).replace(/ of (.+)$/, ' of `$1`')}` : `\`${codeLabel(fn)}\``;
}

/** The interface or class that declares a method of this type. */
function* ownerOf(type: TypeInfo): Asking<string | undefined> {
  const symbol = type.symbol ? yield* ask('symbolOfType', type) : undefined;
  const [reference] = symbol?.declarations ?? [];
  const declaration = reference && (yield* ask('node', reference));
  const owner = declaration?.parent;
  return owner && (isInterfaceDeclaration(owner) || isClassLikeDeclaration(owner)) ? owner.name?.text : undefined;
}
