/** The original source of a file: TypeScript where it was compiled, itself where not. */

import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SitePlace } from '../../shared/trace/site.ts';
import type { ReadText } from './files.ts';
import { originalPlace, readSourceMap, sourceMapUrl, type SourceMap } from './source-map.ts';

/** A place in an original source. */
export interface OriginPlace extends SitePlace {
  /** Absolute, with forward slashes. */
  readonly file: string;
}

export interface Origin {
  /** All that the map leads to: absolute, with forward slashes. Empty without a map. */
  readonly sources: readonly string[];
  /** The map of the code; `undefined` when the code is the original, as it also is after type stripping. */
  readonly map: SourceMap | undefined;
  /** `since`, at or before `place`, begins the code that it belongs to. */
  placeOf(place: SitePlace, since?: SitePlace): OriginPlace;
  /** The text of an original file; empty when it cannot be read. */
  textOf(file: string): string;
}

const DATA = /^data:application\/json[^,]*?(;base64)?,(.*)$/s;

/** `file` is the path of the code, absolute with forward slashes. A map that cannot be read counts as none. */
export function originOf(file: string, code: string, read: ReadText): Origin {
  const map = mapOf(file, code, read);
  const texts = new Map<string, string>();
  const sources = map?.text.sources.map((source, at) => {
    const path = sourcePath(file, map.text.sourceRoot, source);
    const content = map.text.sourcesContent?.[at];
    if (typeof content === 'string') texts.set(path, content);
    return path;
  });
  return {
    map,
    sources: sources ?? [],
    placeOf(place, since) {
      const original = map === undefined ? undefined : originalPlace(map, place, since);
      if (original === undefined) return { file, ...place };
      return { file: sources![original.source]!, line: original.line, character: original.character };
    },
    textOf(path) {
      const known = texts.get(path) ?? read(path);
      texts.set(path, known);
      return known;
    },
  };
}

function mapOf(file: string, code: string, read: ReadText): SourceMap | undefined {
  const url = sourceMapUrl(code);
  if (url === undefined) return undefined;
  try {
    const data = DATA.exec(url);
    if (data === null) return readSourceMap(read(resolve(dirname(file), decodeURIComponent(url))));
    return readSourceMap(data[1] ? Buffer.from(data[2]!, 'base64').toString() : decodeURIComponent(data[2]!));
  } catch {
    // Comments name maps that were never shipped: the code is then all that there is.
    return undefined;
  }
}

function sourcePath(file: string, root: string | undefined, source: string | null): string {
  const named = (root ? `${root.replace(/\/$/, '')}/` : '') + (source ?? '');
  const path = named.startsWith('file:') ? fileURLToPath(named) : resolve(dirname(file), named);
  return path.replaceAll('\\', '/');
}
