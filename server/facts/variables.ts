/** The variables that names stand for. */

import { isVariableDeclaration, SyntaxKind, type VariableDeclaration } from '../syntax/ast.ts';
import { ask, type Asking, type SymbolInfo } from '../engine/questions.ts';

/** Where a symbol is declared, in whatever file, if it is that of a variable. */
export function* variableOf(symbol: SymbolInfo | undefined): Asking<VariableDeclaration | undefined> {
  const [reference] = symbol?.declarations ?? [];
  const node = reference?.kind === SyntaxKind.VariableDeclaration ? yield* ask('node', reference) : undefined;
  return node && isVariableDeclaration(node) ? node : undefined;
}
