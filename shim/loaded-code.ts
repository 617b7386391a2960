/** From places in code as V8 runs it to places in its original source. */

import { fileURLToPath } from 'node:url';
import { parser } from './load/parser.ts';
import { shiftsIn } from './stack-traces.ts';
import { FILES } from './transform/files.ts';
import type { LinePlace } from './transform/lines.ts';
import type { Origin, OriginPlace } from './transform/origin.ts';
import { originalColumn } from './transform/shifts.ts';

/** By the name under which V8 knows it: a path or a URL. V8 holds the same texts, so this takes no memory. */
const codes = new Map<string, string>();
const origins = new Map<string, Origin>();

export function noteCode(script: string, code: string): void {
  codes.set(script, code);
  origins.delete(script);
}

/** Libraries are mapped as well where their files name a source map. */
export function originalPlace(script: string, { line, character }: LinePlace): OriginPlace {
  const shifts = shiftsIn(script);
  const place = { line, character: originalColumn(shifts?.get(line), character) };
  const known = origins.get(script);
  if (known !== undefined) return known.placeOf(place);
  const origin = findOrigin(script, shifts !== undefined);
  origins.set(script, origin);
  return origin.placeOf(place);
}

function findOrigin(script: string, hasInsertions: boolean): Origin {
  const path = script.startsWith('file:') ? fileURLToPath(script) : script;
  const code = codes.get(script);
  // What did not come past us, such as a library, is most often a file. The last map is that of the insertions.
  const { originOf, withoutLastMap } = parser();
  const { readText } = FILES;
  const before = code === undefined ? readText(path) : hasInsertions ? withoutLastMap(code) : code;
  return originOf(path.replaceAll('\\', '/'), before, readText);
}
