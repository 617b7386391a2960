/** Finds places again, by their names, in a text that may have been edited since they were named. */

import { linesOf } from '../line-map.ts';
import { SiteNames, type PlaceKind, type SitePlace } from './site.ts';

/** A place as it was named; `line` and `character` are where it was then. */
export interface WantedPlace extends SitePlace {
  readonly id: string;
  readonly kind: PlaceKind;
}

/** Where anything that has a name can begin: at a word, or at a sign. */
const TOKEN = /[\p{ID_Continue}$#@]+|[^\s\p{ID_Continue}$#@]/gu;

/**
 * Where each place stands in a text by now, by its id; those whose line has changed are missing.
 * @param path as for `SiteNames`
 */
export function placesIn(text: string, path: string, wanted: readonly WantedPlace[]): Map<string, SitePlace> {
  const names = new SiteNames(path, text);
  const lines = linesOf(text);
  const found = new Map<string, SitePlace>();
  const moved = new Map<PlaceKind, Set<string>>();
  for (const { id, kind, line, character } of wanted) {
    // Names leave white space out: the line may be indented further by now.
    const blanks = /^\s*/.exec(lines[line]?.slice(character) ?? '')![0].length;
    const place = { line, character: character + blanks };
    if (names.nameOf(kind, place) === id) found.set(id, place);
    else moved.set(kind, (moved.get(kind) ?? new Set()).add(id));
  }
  if (moved.size > 0) for (const [id, place] of search(lines, names, moved)) found.set(id, place);
  return found;
}

/** Looks at every token: nothing tells on which line the text of a name stands. */
function* search(
  lines: readonly string[],
  names: SiteNames,
  moved: ReadonlyMap<PlaceKind, ReadonlySet<string>>,
): Generator<[id: string, place: SitePlace]> {
  for (const [line, content] of lines.entries()) {
    for (const { index } of content.matchAll(TOKEN)) {
      const place = { line, character: index };
      for (const [kind, ids] of moved) {
        const id = names.nameOf(kind, place);
        if (ids.has(id)) yield [id, place];
      }
    }
  }
}
