/** A heap snapshot, as far as it is needed to find out what waits for what. */

export const NODE_TYPES = ['object', 'closure', 'code', 'hidden'] as const;
export type NodeType = (typeof NODE_TYPES)[number] | 'other';

/** Where the function of an object begins; line and column count from 0 on. */
export interface FunctionPlace {
  readonly script: string;
  readonly line: number;
  readonly column: number;
}

export interface Edge {
  /** `internal` edges have names, `hidden` ones have none that means anything. */
  readonly kind: 'internal' | 'hidden';
  readonly name: string;
  /** Row of the node. */
  readonly to: number;
}

/** Nodes are numbered by rows from 0 on. */
export interface Heap {
  readonly nodeCount: number;
  typeOf(row: number): NodeType;
  /** Empty where it is of no importance: what strings of the program say is not kept. */
  nameOf(row: number): string;
  /** By which the inspector finds the object. */
  idOf(row: number): number;
  /** Those that V8 draws itself; properties and elements are left out. */
  edgesOf(row: number): Iterable<Edge>;
  placeOf(row: number): FunctionPlace | undefined;
}
