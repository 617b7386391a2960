/** Where suspended functions are, in the source that people wrote. */

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode, type SourceMapMappings } from '@jridgewell/sourcemap-codec';
import type { FunctionPlace } from './heap/heap.ts';
import { InspectorError, type Inspector } from './inspector.ts';

/** What the inspector tells of a script. */
export interface Script {
  readonly scriptId: string;
  readonly url: string;
  readonly sourceMapURL?: string;
}

export interface Place {
  /** Absolute, with forward slashes; a URL where it is no file. */
  readonly file: string;
  /** From 1 on. */
  readonly line: number;
  /** From 1 on. */
  readonly column: number;
}

interface GeneratorLocation {
  readonly scriptId: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

interface InternalProperty {
  readonly name: string;
  readonly value: { readonly value?: GeneratorLocation };
}

/** Where the object of a suspended function has stopped; `undefined` when it has gone on meanwhile. */
export async function suspensionOf(inspector: Inspector, id: number): Promise<FunctionPlace | undefined> {
  try {
    const { result } = await inspector.send<{ result: { objectId: string } }>('HeapProfiler.getObjectByHeapObjectId', {
      objectId: String(id),
    });
    const { internalProperties = [] } = await inspector.send<{ internalProperties?: InternalProperty[] }>(
      'Runtime.getProperties',
      { objectId: result.objectId, ownProperties: true },
    );
    const at = internalProperties.find(({ name }) => name === '[[GeneratorLocation]]')?.value.value;
    return at && { script: at.scriptId, line: at.lineNumber, column: at.columnNumber };
  } catch (error) {
    if (error instanceof InspectorError) return undefined;
    throw error;
  }
}

export class Places {
  readonly #scripts: ReadonlyMap<string, Script>;
  readonly #maps = new Map<string, SourceMap | undefined>();

  /** @param scripts by number */
  constructor(scripts: ReadonlyMap<string, Script>) {
    this.#scripts = scripts;
  }

  of({ script: id, line, column }: FunctionPlace): Place {
    const script = this.#scripts.get(id);
    const url = script?.url ?? '';
    const map = script && this.#mapOf(script);
    return map?.original(line, column) ?? { file: fileOf(url), line: line + 1, column: column + 1 };
  }

  #mapOf(script: Script): SourceMap | undefined {
    if (!this.#maps.has(script.scriptId)) this.#maps.set(script.scriptId, readMap(script));
    return this.#maps.get(script.scriptId);
  }
}

const fileOf = (url: string): string => (url.startsWith('file:') ? fileURLToPath(url) : url).replaceAll('\\', '/');

class SourceMap {
  readonly #mappings: SourceMapMappings;
  readonly #sources: readonly string[];

  /** @param sources absolute */
  constructor(mappings: SourceMapMappings, sources: readonly string[]) {
    this.#mappings = mappings;
    this.#sources = sources;
  }

  /** Line and column of the argument count from 0 on. */
  original(line: number, column: number): Place | undefined {
    const segment = this.#mappings[line]?.findLast(([generated]) => generated <= column);
    if (segment === undefined || segment.length === 1) return undefined;
    const [, source, sourceLine, sourceColumn] = segment;
    return { file: this.#sources[source]!, line: sourceLine + 1, column: sourceColumn + 1 };
  }
}

interface StoredMap {
  readonly mappings: string;
  readonly sources: readonly (string | null)[];
  readonly sourceRoot?: string;
}

/** `undefined` where there is none, or it cannot be read: the place in the code that runs is told then. */
function readMap({ url, sourceMapURL }: Script): SourceMap | undefined {
  if (!sourceMapURL || !url.startsWith('file:')) return undefined;
  const folder = dirname(fileURLToPath(url));
  try {
    const { mappings, sources, sourceRoot = '' } = JSON.parse(textOf(sourceMapURL, folder)) as StoredMap;
    const absolute = sources.map(it => pathOf(it ?? '', resolve(folder, sourceRoot)));
    return new SourceMap(decode(mappings), absolute);
  } catch {
    return undefined;
  }
}

const pathOf = (source: string, folder: string): string =>
  source.startsWith('file:') ? fileOf(source) : resolve(folder, source).replaceAll('\\', '/');

/** A map stands in the URL itself, or in a file beside the script. */
function textOf(url: string, folder: string): string {
  const inline = /^data:[^,]*?(;base64)?,(.*)$/s.exec(url);
  if (inline === null) return readFileSync(resolve(folder, decodeURIComponent(url)), 'utf8');
  const [, base64, data] = inline;
  return base64 === undefined ? decodeURIComponent(data!) : Buffer.from(data!, 'base64').toString();
}
