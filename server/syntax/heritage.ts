/** What classes and interfaces say that they extend and implement. */

import {
  isClassLikeDeclaration,
  isInterfaceDeclaration,
  SyntaxKind,
  type Expression,
  type ExpressionWithTypeArguments,
  type Node,
} from './ast.ts';

/** All types that a class or an interface extends or implements, in the order of its text; none for other nodes. */
export function heritageOf(type: Node): readonly ExpressionWithTypeArguments[] {
  if (!isClassLikeDeclaration(type) && !isInterfaceDeclaration(type)) return [];
  return (type.heritageClauses ?? []).flatMap(clause => [...clause.types]);
}

/** What a class extends, as it is written. */
export function baseClassOf(type: Node): Expression | undefined {
  const clauses = isClassLikeDeclaration(type) ? (type.heritageClauses ?? []) : [];
  return clauses.find(({ token }) => token === SyntaxKind.ExtendsKeyword)?.types[0]?.expression;
}
