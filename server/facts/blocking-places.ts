/**
 * Places that the search for blocking calls finds, told by names and numbers: what stands there is found again in a later
 * version of the file, as long as nothing was edited that the search is about.
 */

import type { MemberAccess } from '../syntax/accesses.ts';
import { SyntaxKind, type Expression, type Node } from '../syntax/ast.ts';
import type { Code, FileSites } from '../syntax/call-sites.ts';
import { memberName } from '../syntax/expressions.ts';
import { ask, type Asking } from '../engine/questions.ts';

/** The how manieth site of a name in a file it is, counted from 0. That of an accessor's begins with a dot. */
export type Place = readonly [file: string, name: string, number: number];

export function* placeOf(node: Node, file: FileSites): Asking<Place> {
  const { fileName } = file.source;
  for (const [name, sites] of file.sitesOf) {
    const number = sites.findIndex(site => site.node === node);
    if (number >= 0) return [fileName, name, number];
  }
  const name = memberName(node as Expression)!;
  return [fileName, `.${name}`, (yield* accesses(name, file)).indexOf(node as MemberAccess)];
}

/** What stands at a place; `undefined` where nothing does any more. */
export function* nodeAt([, name, number]: Place, file: FileSites): Asking<Node | undefined> {
  if (!name.startsWith('.')) return file.sitesOf.get(name)?.[number]?.node;
  return (yield* accesses(name.slice(1), file))[number];
}

function* accesses(name: string, { source }: FileSites): Asking<readonly MemberAccess[]> {
  const all = (yield* ask('nodes', { file: source, kinds: ACCESSES })) as readonly MemberAccess[];
  return all.filter(access => memberName(access) === name);
}

const ACCESSES: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.ElementAccessExpression, SyntaxKind.PropertyAccessExpression]);

/** For each code of a file by which way it is reached from the file's own: the how manieth of the code in each it is. */
export function codePaths({ codes, codeOf }: FileSites): ReadonlyMap<Code, string> {
  const paths = new Map<Code, string>();
  const inside = new Map<Code, number>();
  for (const code of codes) {
    let around = code.node.parent;
    while (around && !codeOf.has(around)) around = around.parent;
    const outer = around && codeOf.get(around);
    const number = outer ? (inside.get(outer) ?? 0) : 0;
    if (outer) inside.set(outer, number + 1);
    paths.set(code, outer ? `${paths.get(outer)!}.${number}` : '');
  }
  return paths;
}
