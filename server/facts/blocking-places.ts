/**
 * Places that the search for blocking calls finds, told by names and numbers: what stands there is found again in a
 * later version of the file, as long as nothing was edited that the search is about.
 */

import type { MemberAccess } from '../syntax/accesses.ts';
import type { Expression, Node } from '../syntax/ast.ts';
import type { Code, FileSites } from '../syntax/call-sites.ts';
import { memberName } from '../syntax/expressions.ts';
import type { Asking } from '../engine/questions.ts';
import { accessesTo } from './leads.ts';

/** The how manieth site of a name in a file it is, counted from 0. That of an accessor's begins with a dot. */
export type Place = readonly [file: string, name: string, number: number];

/** The place of a site, or of an access to an accessor, in its file. */
export function* placeOf(node: Node, file: FileSites): Asking<Place> {
  const { fileName } = file.source;
  for (const [name, sites] of file.sitesOf) {
    const number = sites.findIndex(site => site.node === node);
    if (number >= 0) return [fileName, name, number];
  }
  const name = memberName(node as Expression)!;
  return [fileName, `.${name}`, (yield* accessesTo([name], file.source)).indexOf(node as MemberAccess)];
}

/** What stands at a place; `undefined` where nothing does any more. */
export function* nodeAt([, name, number]: Place, file: FileSites): Asking<Node | undefined> {
  if (!name.startsWith('.')) return file.sitesOf.get(name)?.[number]?.node;
  return (yield* accessesTo([name.slice(1)], file.source))[number];
}

/**
 * For each code of a file by which way it is reached from the file's own: the how manieth of the code in each it is.
 */
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
