/** Calls of functions that a knowledge pack describes. */

import { SyntaxKind, type Expression } from '../syntax/ast.ts';
import type { Asking } from '../engine/questions.ts';
import { calleeSymbol } from './callee.ts';
import { ambientModuleOf, packageOf } from './origin.ts';

/** What a pack says of functions, as far as this file needs it. */
interface FunctionsOf {
  readonly module: string;
  readonly selfHandledCalls?: readonly string[];
}

/** Whether a pack knows the function called to handle its promise itself. Methods never count. */
export function* isSelfHandledCall(callee: Expression, packs: readonly FunctionsOf[]): Asking<boolean> {
  const symbol = yield* calleeSymbol(callee);
  if (!symbol || !packs.some(pack => pack.selfHandledCalls?.includes(symbol.name))) return false;
  for (const declaration of symbol.declarations) {
    if (declaration.kind !== SyntaxKind.FunctionDeclaration) continue;
    const modules = [packageOf(declaration), yield* ambientModuleOf(declaration)];
    if (packs.some(pack => modules.includes(pack.module) && pack.selfHandledCalls?.includes(symbol.name))) return true;
  }
  return false;
}
