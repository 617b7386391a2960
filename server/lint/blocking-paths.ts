/** Trees of blocking paths for places in files: what an editor asks, and the rows that it shows. */

import type { BlockingDirection, BlockingRow, Point, Stretch } from '../../shared/blocking-paths.ts';
import type { Span } from '../../shared/finding.ts';
import { LineMap } from '../../shared/line-map.ts';
import type { Program } from '../engine/program.ts';
import type { Asking } from '../engine/questions.ts';
import type { PackageCode } from '../facts/package-code.ts';
import { blockingKnowledge } from '../facts/blocking-leaves.ts';
import { treeRoot, treeRootNamed, treeRows, type TreeKnowledge, type TreeRow } from '../facts/blocking-tree.ts';
import { knowledgeFor, noBlockingCall } from '../rules/no-blocking-call.ts';
import { CODE_KINDS } from '../syntax/call-sites.ts';
import { isSourceFile, type Node, type SourceFile } from '../syntax/ast.ts';
import { nodeCovering } from '../syntax/node-at.ts';
import type { FileConfig } from './config-resolve.ts';
import type { Places } from './findings.ts';

/** Asks for the first row at a place, or for that of the function of this name nearest to it. */
export interface BlockingRootQuery {
  readonly direction: BlockingDirection;
  readonly position: Point;
  readonly name: string | undefined;
}

/** Asks for the rows below one that has `opens` at this stretch of a file. */
export interface BlockingRowsQuery {
  readonly direction: BlockingDirection;
  readonly range: Stretch;
}

/** The rule whose findings have a tree behind them. */
export const BLOCKING_RULE = noBlockingCall.meta.name;

/** A file with all that is needed to speak of it. */
export interface AboutFile {
  readonly program: Program;
  readonly source: SourceFile;
  readonly config: FileConfig;
  readonly root: string;
  readonly packageCode: PackageCode;
  readonly places: Places;
}

/** The row that a tree begins with; `undefined` where there is no function. */
export function blockingRoot(about: AboutFile, query: BlockingRootQuery): BlockingRow<Span> | undefined {
  const { program, source, places } = about;
  const { direction, position, name } = query;
  const offset = offsetOf(position, source);
  const knowledge = knowledgeOf(about);
  const row = answerTo(
    program,
    name === undefined
      ? treeRoot(nodeCovering(source, offset, offset), direction, knowledge)
      : treeRootNamed({ source, name, offset }, direction, knowledge),
  );
  return row && inSpans(row, places);
}

/** The rows below another. */
export function blockingRows(about: AboutFile, { direction, range }: BlockingRowsQuery): readonly BlockingRow<Span>[] {
  const { program, source, places } = about;
  const opens = nodeAt(source, offsetOf(range.start, source), offsetOf(range.end, source), program);
  const rows = opens ? answerTo(program, treeRows(opens, direction, knowledgeOf(about))) : [];
  return rows.map(row => inSpans(row, places));
}

const inSpans = (row: TreeRow, places: Places): BlockingRow<Span> => ({
  ...row,
  at: 'start' in row.at ? places.span(row.at.file, row.at.start, row.at.end) : shown(row.at, places),
  opens: row.opens && places.node(row.opens),
});

const answerTo = <T>(program: Program, asking: Asking<T>): T => program.run([asking])[0]!;

function knowledgeOf({ config: { options, packs }, root, packageCode }: AboutFile): TreeKnowledge {
  const own = options(noBlockingCall.meta) as unknown as Parameters<typeof knowledgeFor>[0]['options'];
  const findings = knowledgeFor({ packs, options: own, packageCode, root });
  return { findings, all: blockingKnowledge(packs, ['blocking', 'cheap', 'cpu']) };
}

/** The code that is this stretch of the file, or else what stands there. */
function nodeAt(source: SourceFile, start: number, end: number, program: Program): Node | undefined {
  const codes = [source, ...program.nodes(source, CODE_KINDS)];
  const code = codes.findLast(node => node.getStart() === start && node.end === end);
  if (code) return code;
  const node = nodeCovering(source, start, end);
  return node.getStart() === start && node.end === end ? node : undefined;
}

/** Code without a name may be long: its first character shows where it is. */
function shown(node: Node, places: Places): Span {
  const span = places.node(node);
  return isSourceFile(node) || CODE_KINDS.has(node.kind) ? { ...span, end: span.start } : span;
}

const offsetOf = ({ line, character }: Point, { text }: SourceFile): number =>
  new LineMap(text).startOf(line) + character;
