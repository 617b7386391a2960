/** Where code came from, before and after something is inserted. */

import { decode, encode, type SourceMapMappings, type SourceMapSegment } from '@jridgewell/sourcemap-codec';
import { decodedMap, FlattenMap, type SectionedSourceMap } from '@jridgewell/trace-mapping';
import type { LineMap } from '../../shared/line-map.ts';
import type { SitePlace } from '../../shared/trace/site.ts';
import { MAP_COMMENT } from './map-comment.ts';
import { originalColumn, shiftedColumn, type Shifts } from './shifts.ts';

/** A source map as it is written (ECMA-426), as far as it is used here. */
export interface SourceMapText {
  readonly version: number;
  readonly sources: readonly (string | null)[];
  readonly sourcesContent?: readonly (string | null)[];
  readonly sourceRoot?: string;
  readonly names?: readonly string[];
  readonly mappings: string;
}

export interface SourceMap {
  readonly text: SourceMapText;
  readonly mappings: SourceMapMappings;
}

/** A place in one of a map's sources. */
export interface OriginalPlace extends SitePlace {
  readonly source: number;
}

/**
 * An index map, which bundlers write as a list of maps (ECMA-426), becomes one map.
 * @throws when it is no source map of version 3
 */
export function readSourceMap(json: string): SourceMap {
  const text = JSON.parse(json) as SourceMapText | SectionedSourceMap;
  if ('sections' in text) return flattened(text);
  if (text.version !== 3 || typeof text.mappings !== 'string') throw new Error('This is no source map of version 3.');
  return { text, mappings: decode(text.mappings) };
}

function flattened(index: SectionedSourceMap): SourceMap {
  const { mappings, sources, sourcesContent, names } = decodedMap(new FlattenMap(index));
  const contents = sourcesContent === undefined ? {} : { sourcesContent };
  return { text: { version: 3, sources, ...contents, names, mappings: '' }, mappings: mappings as SourceMapMappings };
}

/**
 * Where a place came from: the nearest mapping at or before it in its line, else the next one; else, of a line that a
 * compiler has added, the nearest one above, down to the line of `since`.
 */
export function originalPlace({ mappings }: SourceMap, place: SitePlace, since = place): OriginalPlace | undefined {
  const { line, character } = place;
  let found = mappedAround(mappings[line] ?? [], character);
  for (let above = line - 1; found === undefined && above >= since.line; above--) {
    found = mappedAround(mappings[above] ?? [], Infinity);
  }
  return found === undefined ? undefined : { source: found[1], line: found[2], character: found[3] };
}

type Mapped = Extract<SourceMapSegment, { length: 4 | 5 }>;

const isMapped = (segment: SourceMapSegment): segment is Mapped => segment.length > 1;

/** The last one at or before a column, else the first one behind it. Segments are in the order of their columns. */
function mappedAround(segments: readonly SourceMapSegment[], character: number): Mapped | undefined {
  let [from, until] = [0, segments.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if (segments[middle]![0] <= character) from = middle + 1;
    else until = middle;
  }
  for (let at = from - 1; at >= 0; at--) {
    const segment = segments[at]!;
    if (isMapped(segment)) return segment;
  }
  return segments.slice(from).find(isMapped);
}

/** The map of instrumented code to what the code itself came from. */
export function shiftedMap({ text, mappings }: SourceMap, shifts: Shifts): SourceMapText {
  const shifted = mappings.map((segments, line) => {
    const moves = shifts.get(line);
    return moves === undefined ? segments : segments.map(segment => moved(segment, shiftedColumn(moves, segment[0])));
  });
  return { ...text, mappings: encode(shifted) };
}

/** The reverse of `shiftedMap`. */
export function unshiftedMap(text: SourceMapText, shifts: Shifts): SourceMapText {
  const mappings = decode(text.mappings).map((segments, line) =>
    segments.map(segment => moved(segment, originalColumn(shifts.get(line), segment[0]))),
  );
  return { ...text, mappings: encode(mappings) };
}

const moved = (segment: SourceMapSegment, column: number) =>
  [column, ...segment.slice(1)] as unknown as SourceMapSegment;

/** The map of instrumented code to the code that was instrumented. `url` is absolute. */
export function insertionMap(url: string, lines: LineMap, shifts: Shifts): SourceMapText {
  const mappings: SourceMapSegment[][] = [];
  for (let line = 0; line < lines.count; line++) {
    const segments: SourceMapSegment[] = [[0, 0, line, 0]];
    for (const { character } of shifts.get(line) ?? []) {
      segments.push([shiftedColumn(shifts.get(line), character), 0, line, character]);
    }
    mappings.push(segments);
  }
  return { version: 3, sources: [url], names: [], mappings: encode(mappings) };
}

const COMMENT = /^[ \t]*\/\/[#@] sourceMappingURL=(\S+)[ \t]*$/gm;

/** What the last comment about a source map names: a `data:` URL or a file. */
export const sourceMapUrl = (code: string): string | undefined => [...code.matchAll(COMMENT)].at(-1)?.[1];

/** Code without the last comment about a source map, if any. */
export function withoutLastMap(code: string): string {
  const last = [...code.matchAll(COMMENT)].at(-1);
  return last === undefined ? code : code.slice(0, last.index);
}

/** A comment that holds a map. Node and debuggers take the last one in a file. */
export const sourceMapComment = (map: SourceMapText): string =>
  MAP_COMMENT + Buffer.from(JSON.stringify(map)).toString('base64');
