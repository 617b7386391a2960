/**
 * Finds nodes in a file's AST without building all of it. The client holds the AST as a flat table,
 * one 28-byte record per node in preorder, and builds node objects on first touch. Scanning the kinds
 * in the table is some ten times cheaper than walking the objects (bench/README.md).
 */

import type { Node, SourceFile } from '../syntax/ast.ts';

const RECORD_BYTES = 28;
const POS_OFFSET = 4;
const END_OFFSET = 8;
const FIRST_NODE = 1;

/** What the client's source files have besides the public AST. */
interface TableSourceFile {
  readonly view: DataView;
  readonly nodes: readonly unknown[];
  readonly _offsetNodes: number;
  getOrCreateNodeAtIndex(index: number): Node;
}

/** @throws Error when the client's source files no longer have this shape. */
function tableOf(file: SourceFile): TableSourceFile {
  const table = file as unknown as TableSourceFile;
  const known =
    table.view instanceof DataView &&
    typeof table._offsetNodes === 'number' &&
    typeof table.getOrCreateNodeAtIndex === 'function' &&
    (table.view.byteLength - table._offsetNodes) / RECORD_BYTES === table.nodes.length;
  if (!known)
    throw new Error('The TypeScript client changed its AST table: server/engine/node-table.ts has to follow.');
  return table;
}

/** The node with this place in the table, or `undefined` if there is none. */
export function nodeAt(file: SourceFile, index: number): Node | undefined {
  const table = tableOf(file);
  return index >= FIRST_NODE && index < table.nodes.length ? table.getOrCreateNodeAtIndex(index) : undefined;
}

/**
 * Decides about a node by where it begins, trivia included, and ends, as offsets in UTF-16 code units, and by its kind.
 */
export type PlaceFilter = (pos: number, end: number, kind: number) => boolean;

/** All nodes whose kind is in `kinds`, in source order; only those in places that are wanted. */
export function nodesOfKinds(file: SourceFile, kinds: ReadonlySet<number>, isWanted?: PlaceFilter): Node[] {
  const table = tableOf(file);
  const { view } = table;
  const isOfKinds = membership(kinds);
  const found: Node[] = [];
  let record = table._offsetNodes;
  for (let index = FIRST_NODE; index < table.nodes.length; index++) {
    record += RECORD_BYTES;
    const kind = view.getUint32(record, true);
    // Lists have kinds beyond all nodes: to look for them outside of the array would be slow.
    if (kind >= isOfKinds.length || !isOfKinds[kind]) continue;
    if (isWanted) {
      const [pos, end] = [view.getUint32(record + POS_OFFSET, true), view.getUint32(record + END_OFFSET, true)];
      if (!isWanted(pos, end, kind)) continue;
    }
    found.push(table.getOrCreateNodeAtIndex(index));
  }
  return found;
}

/**
 * The nodes of these kinds that lie in no other of them, in source order; only those below a node, where one is given.
 */
export function outermostOfKinds(file: SourceFile, kinds: ReadonlySet<number>, below?: Node): Node[] {
  const table = tableOf(file);
  const { view } = table;
  const isOfKinds = membership(kinds);
  const first = below ? (below as unknown as { readonly index: number }).index + 1 : FIRST_NODE;
  const stop = below ? below.end : Infinity;
  const found: Node[] = [];
  let end = -1;
  for (let index = first; index < table.nodes.length; index++) {
    const record = table._offsetNodes + index * RECORD_BYTES;
    const kind = view.getUint32(record, true);
    if (kind >= isOfKinds.length || !isOfKinds[kind]) continue;
    if (view.getUint32(record + POS_OFFSET, true) >= stop) break;
    const itsEnd = view.getUint32(record + END_OFFSET, true);
    if (itsEnd <= end) continue;
    found.push(table.getOrCreateNodeAtIndex(index));
    end = itsEnd;
  }
  return found;
}

/** For each kind whether it is one of these: to look into a set for each node would be slow. */
function membership(kinds: ReadonlySet<number>): Uint8Array {
  const isMember = new Uint8Array(Math.max(0, ...kinds) + 1);
  for (const kind of kinds) isMember[kind] = 1;
  return isMember;
}
