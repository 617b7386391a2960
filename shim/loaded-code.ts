/** From places in code as V8 runs it to places in its original source. */

import { pathToFileURL } from 'node:url';
import type { SiteNames, SitePlace } from '../shared/trace/site.ts';
import { parser } from './load/parser.ts';
import { pathOfScript } from './script-paths.ts';
import { shiftsIn } from './stack-traces.ts';
import { FILES } from './transform/files.ts';
import type { SourceType } from './transform/parse.ts';
import type { Origin, OriginPlace } from './transform/origin.ts';
import { originalColumn } from './transform/shifts.ts';

/** By the name under which V8 knows it: a path or a URL. V8 holds the same texts, so this takes no memory. */
const codes = new Map<string, string>();
const origins = new Map<string, Origin>();
/** By the path of an original source. */
const names = new Map<string, SiteNames>();

/** URLs of CommonJS. */
const scripts = new Set<string>();

/** Code on its way to V8, which knows a module by its URL. */
export function noteCode(path: string, code: string, type: SourceType): void {
  const url = pathToFileURL(path).href;
  for (const name of [path, url]) {
    codes.set(name, code);
    origins.delete(name);
  }
  if (type !== 'module') scripts.add(url);
  names.clear();
}

/** As V8 has it; `undefined` for what was loaded by another thread, or did not come past us. */
export const runningCode = (script: string): string | undefined => codes.get(script);

/** As it lies on the disk. */
export const readOriginal = (url: string): string => FILES.readText(pathOfScript(url));

/** As V8 has it; of what was loaded by another thread, as it lies on the disk. */
export const codeOf = (url: string): string => runningCode(url) ?? readOriginal(url);

/** Whether code is surely a module. */
export const isModule = (url: string): boolean => !scripts.has(url);

/** Libraries are mapped as well where their files name a source map. */
export function originalPlace(script: string, { line, character }: SitePlace): OriginPlace {
  const place = { line, character: originalColumn(shiftsIn(script)?.get(line), character) };
  return originFor(script).placeOf(place);
}

/** The name of a place that `script` was made of, as a stack's frame. */
export function nameOfPlace(script: string, { file, ...place }: OriginPlace): string {
  const { SiteNames: Names } = parser();
  const known = names.get(file) ?? new Names(FILES.pathInProject(file), originFor(script).textOf(file));
  names.set(file, known);
  return known.nameOf('frame', place);
}

function originFor(script: string): Origin {
  const known = origins.get(script) ?? findOrigin(script, shiftsIn(script) !== undefined);
  origins.set(script, known);
  return known;
}

function findOrigin(script: string, hasInsertions: boolean): Origin {
  const path = pathOfScript(script);
  const code = codes.get(script);
  // What did not come past us, such as a library, is most often a file. The last map is that of the insertions.
  const { originOf, withoutLastMap } = parser();
  const { readText } = FILES;
  const before = code === undefined ? readText(path) : hasInsertions ? withoutLastMap(code) : code;
  return originOf(path.replaceAll('\\', '/'), before, readText);
}
