/** What Node adds to its files of coverage: source maps, by which readers get from code to its original source. */

import { parser } from './load/parser.ts';
import { isOwnCode } from './own-code.ts';
import { shiftsIn } from './stack-traces.ts';
import type { Shifts } from './transform/shifts.ts';
import type { SourceMapText } from './transform/source-map.ts';

/** By the URL of the code. Lengths are in UTF-16 code units. */
export interface CoverageMaps {
  readonly [url: string]: CoverageMap;
}

interface CoverageMap {
  readonly lineLengths: readonly number[];
  /** `null` where it could not be read. */
  readonly data: SourceMapText | null;
}

/** The maps that there would be without insertions. */
export function mendedMaps(maps: CoverageMaps): CoverageMaps {
  const mended: [string, CoverageMap][] = [];
  for (const [url, map] of Object.entries(maps)) {
    const shifts = shiftsIn(url);
    mended.push([url, shifts === undefined ? map : withoutShifts(map, shifts)]);
  }
  return Object.fromEntries(mended.filter(([url]) => !isOwnCode(url)));
}

function withoutShifts({ lineLengths, data, ...map }: CoverageMap, shifts: Shifts): CoverageMap {
  const inserted = (line: number): number => (shifts.get(line) ?? []).reduce((sum, { length }) => sum + length, 0);
  return {
    // The last line holds the map.
    lineLengths: lineLengths.slice(0, -1).map((length, line) => length - inserted(line)),
    data: data && parser().unshiftedMap(data, shifts),
    ...map,
  };
}
