/** What events speak of by number: sites, names of resources, stacks, reasons; and the files that run without sites. */

import type { Reason } from './reason.ts';
import { SITE_KINDS, type Site, type SiteKind } from './site.ts';
import type { Stack } from './stack.ts';
import { decodeJson, encodeJson } from './text.ts';

/** A file that runs as it was, and why: its tasks have no sites. */
export interface SkippedFile {
  /** Absolute, with forward slashes. */
  readonly file: string;
  readonly reason: string;
}

/** Rows that are new since the stream's last table. Indices count from 1 on. */
export interface TableRows {
  readonly sites: readonly (readonly [index: number, site: Site])[];
  readonly names: readonly (readonly [index: number, name: string])[];
  readonly skipped: readonly SkippedFile[];
  /** What was found to block the event loop. */
  readonly stacks: readonly (readonly [index: number, stack: Stack])[];
  /** Why promises were rejected. */
  readonly reasons: readonly (readonly [index: number, reason: Reason])[];
}

type SiteColumns = [
  index: number,
  id: string,
  kind: number,
  file: string,
  line: number,
  character: number,
  name: string,
  owner: number,
];

/** Recordings made before frames had ids have none. */
type FrameColumns = [name: string, file: string, line: number, character: number, id?: string];

interface StoredRows {
  readonly sites: readonly SiteColumns[];
  readonly names: TableRows['names'];
  readonly skipped: TableRows['skipped'];
  /** Recordings made before blocks were watched for have none. */
  readonly stacks?: readonly [index: number, frames: readonly FrameColumns[]][];
  /** Older recordings have none. */
  readonly reasons?: TableRows['reasons'];
}

/** The payload of rows that are new. */
export function encodeTables({ sites, names, skipped, stacks, reasons }: TableRows): Uint8Array {
  const columns = sites.map(([index, { id, kind, file, line, character, name, owner }]): SiteColumns => [
    index,
    id,
    SITE_KINDS.indexOf(kind),
    file,
    line,
    character,
    name,
    owner,
  ]);
  const frames = stacks.map(([index, stack]): [number, FrameColumns[]] => [
    index,
    stack.map(toColumns),
  ]);
  return encodeJson({ sites: columns, names, skipped, stacks: frames, reasons } satisfies StoredRows);
}

const toColumns = ({ name, file, line, character, id }: Stack[number]): FrameColumns =>
  id === undefined ? [name, file, line, character] : [name, file, line, character, id];

/** @throws SyntaxError, TypeError or RangeError when the bytes are not those of tables */
export function decodeTables(bytes: Uint8Array): TableRows {
  const { sites, names, skipped, stacks = [], reasons = [] } = decodeJson(bytes) as StoredRows;
  return {
    sites: sites.map(([index, id, kind, file, line, character, name, owner]) => [
      index,
      { id, kind: siteKind(kind), file, line, character, name, owner },
    ]),
    names,
    skipped,
    stacks: stacks.map(([index, frames]) => [
      index,
      frames.map(([name, file, line, character, id]) => ({ name, file, line, character, ...(id && { id }) })),
    ]),
    reasons,
  };
}

function siteKind(index: number): SiteKind {
  const kind = SITE_KINDS[index];
  if (kind === undefined) throw new RangeError(`There is no kind ${index} of site.`);
  return kind;
}
