/** By which keyword variables are declared, and what that means for them. */

import { NodeFlags, type VariableDeclaration } from './ast.ts';

export type VariableKeyword = 'var' | 'let' | 'const' | 'using' | 'await using';

/** What variables are declared in: a list of them, or a `catch` clause, which has one like that of a `var`. */
export type VariableList = VariableDeclaration['parent'];

const KEYWORDS: Readonly<Record<number, VariableKeyword>> = {
  [NodeFlags.Let]: 'let',
  [NodeFlags.Const]: 'const',
  [NodeFlags.Using]: 'using',
  [NodeFlags.AwaitUsing]: 'await using',
};

/** The keyword that variables are declared by. */
export const keywordOf = ({ flags }: VariableList): VariableKeyword => KEYWORDS[flags & NodeFlags.BlockScoped] ?? 'var';

/** Whether variables keep what they are given first. */
export function areConstant(list: VariableList): boolean {
  const keyword = keywordOf(list);
  return keyword !== 'var' && keyword !== 'let';
}

/** Whether what variables hold is disposed of when their scope is left. */
export function areDisposedOf(list: VariableList): boolean {
  const keyword = keywordOf(list);
  return keyword === 'using' || keyword === 'await using';
}
