/** The arrays of a snapshot, while they come in. */

import type { Edge, FunctionPlace, Heap, NodeType } from './heap.ts';
import { NODE_TYPES } from './heap.ts';

/** What a snapshot says of itself before anything else. */
export interface Header {
  readonly node_count: number;
  readonly edge_count: number;
  readonly meta: {
    readonly node_fields: readonly string[];
    readonly node_types: readonly [readonly string[], ...unknown[]];
    readonly edge_fields: readonly string[];
    readonly edge_types: readonly [readonly string[], ...unknown[]];
    readonly location_fields: readonly string[];
  };
}

/** Of all edges those are kept that V8 draws itself. */
const KINDS: readonly (Edge['kind'] | 'other')[] = ['other', 'internal', 'hidden'];

export class HeapColumns implements Heap {
  readonly nodeCount: number;
  readonly #header: Header;
  /** Index into `NODE_TYPES`, plus one; 0 for others. */
  readonly #type: Uint8Array;
  readonly #name: Uint32Array;
  readonly #id: Uint32Array;
  /** Where the edges of a node begin; one more than there are nodes. */
  readonly #firstEdge: Uint32Array;
  /** Index into `KINDS`. */
  readonly #kind: Uint8Array;
  readonly #edgeName: Uint32Array;
  readonly #to: Uint32Array;
  readonly #places = new Map<number, FunctionPlace>();
  readonly #strings = new Map<number, string>();
  #wanted: Set<number> | undefined;

  constructor(header: Header) {
    const { node_count: nodes, edge_count: edges } = header;
    this.#header = header;
    this.nodeCount = nodes;
    this.#type = new Uint8Array(nodes);
    this.#name = new Uint32Array(nodes);
    this.#id = new Uint32Array(nodes);
    this.#firstEdge = new Uint32Array(nodes + 1);
    this.#kind = new Uint8Array(edges);
    this.#edgeName = new Uint32Array(edges);
    this.#to = new Uint32Array(edges);
  }

  typeOf(row: number): NodeType {
    return NODE_TYPES[this.#type[row]! - 1] ?? 'other';
  }

  nameOf(row: number): string {
    return this.#strings.get(this.#name[row]!) ?? '';
  }

  idOf(row: number): number {
    return this.#id[row]!;
  }

  *edgesOf(row: number): Generator<Edge> {
    for (let edge = this.#firstEdge[row]!; edge < this.#firstEdge[row + 1]!; edge++) {
      const kind = KINDS[this.#kind[edge]!]!;
      if (kind === 'other') continue;
      yield { kind, name: this.#strings.get(this.#edgeName[edge]!) ?? '', to: this.#to[edge]! };
    }
  }

  placeOf(row: number): FunctionPlace | undefined {
    return this.#places.get(row);
  }

  /** A function that takes the numbers of the array `name` one by one; `undefined` where nobody needs them. */
  numbersOf(name: string): ((value: number) => void) | undefined {
    const { meta } = this.#header;
    switch (name) {
      case 'nodes':
        return this.#records(meta.node_fields.length, this.#nodeTaker());
      case 'edges':
        return this.#records(meta.edge_fields.length, this.#edgeTaker());
      case 'locations':
        return this.#records(meta.location_fields.length, (_, [object, script, line, column]) => {
          const place = { script: String(script), line: line!, column: column! };
          this.#places.set(object! / meta.node_fields.length, place);
        });
      default:
        return undefined;
    }
  }

  /** Whether a string is of importance. They come last, and most of them are data of the program. */
  wantsString(index: number): boolean {
    this.#wanted ??= this.#namesInUse();
    return this.#wanted.has(index);
  }

  takeString(index: number, text: string): void {
    this.#strings.set(index, text);
  }

  #namesInUse(): Set<number> {
    const names = new Set<number>();
    for (let row = 0; row < this.nodeCount; row++) if (this.#type[row] !== 0) names.add(this.#name[row]!);
    for (const [edge, kind] of this.#kind.entries()) if (KINDS[kind] === 'internal') names.add(this.#edgeName[edge]!);
    return names;
  }

  #records(length: number, take: (record: number, fields: readonly number[]) => void): (value: number) => void {
    const fields = new Array<number>(length).fill(0);
    let field = 0;
    let record = 0;
    return value => {
      fields[field++] = value;
      if (field < length) return;
      field = 0;
      take(record++, fields);
    };
  }

  #nodeTaker(): (row: number, fields: readonly number[]) => void {
    const { node_fields: names, node_types: types } = this.#header.meta;
    const [type, name, id, edges] = ['type', 'name', 'id', 'edge_count'].map(field => names.indexOf(field));
    const numbers = types[0].map(it => NODE_TYPES.indexOf(it as (typeof NODE_TYPES)[number]) + 1);
    return (row, fields) => {
      this.#type[row] = numbers[fields[type!]!]!;
      this.#name[row] = fields[name!]!;
      this.#id[row] = fields[id!]!;
      this.#firstEdge[row + 1] = this.#firstEdge[row]! + fields[edges!]!;
    };
  }

  #edgeTaker(): (edge: number, fields: readonly number[]) => void {
    const { edge_fields: names, edge_types: types, node_fields: nodeFields } = this.#header.meta;
    const [type, name, to] = ['type', 'name_or_index', 'to_node'].map(field => names.indexOf(field));
    const numbers = types[0].map(it => Math.max(0, KINDS.indexOf(it as Edge['kind'])));
    return (edge, fields) => {
      this.#kind[edge] = numbers[fields[type!]!]!;
      this.#edgeName[edge] = fields[name!]!;
      this.#to[edge] = fields[to!]! / nodeFields.length;
    };
  }
}
