/** Who starts the functions in the editor, and what their awaits wait for: in a few words each. */

import { duration } from '../../shared/words.ts';
import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import { nameOfResource, nameOfSite } from '../../trace/words.ts';
import type { Thread } from '../../trace/thread.ts';
import type { Recording } from '../recording.ts';

/** Enough to understand it; the panel has all. */
const SHOWN = 3;

interface Counted {
  count: number;
  /** Milliseconds. */
  total: number;
}

/** By the site's id and then in words, such as `` `main` starts it ``. */
type Stories = Map<string, Map<string, Counted>>;

/** Sentences about some sites, the most frequent first. @param wanted ids */
export function storiesOf({ threads }: Recording, wanted: ReadonlySet<string>): Map<string, string[]> {
  const stories: Stories = new Map();
  for (const thread of threads) include(stories, thread, wanted);
  return new Map(Array.from(stories, ([id, story]) => [id, inWords(story)]));
}

function include(stories: Stories, { graph, sites }: Thread, wanted: ReadonlySet<string>): void {
  const add = (index: number, text: () => string, count: number, total: number): void => {
    const id = graph.sites.get(index)?.id ?? '';
    if (!wanted.has(id)) return;
    const story = stories.get(id) ?? new Map<string, Counted>();
    const known = story.get(text()) ?? { count: 0, total: 0 };
    stories.set(id, story.set(text(), { count: known.count + count, total: known.total + total / TICKS_PER_MS }));
  };
  for (const { from, to, count } of sites.spawns) {
    add(to, () => `${from === 0 ? 'the program' : nameOfSite(graph.sites.get(from))} starts it`, count, 0);
  }
  for (const { from, to, count, total } of sites.waitsFor) {
    add(from, () => `it waits for ${nameOfSite(graph.sites.get(to))}`, count, total);
  }
  for (const [index, { resources }] of sites.awaits) {
    for (const [kind, { count, total }] of resources)
      add(index, () => `it waits for ${nameOfResource(kind)}`, count, total);
  }
}

function inWords(story: ReadonlyMap<string, Counted>): string[] {
  const sorted = [...story].sort(([, a], [, b]) => b.count - a.count).slice(0, SHOWN);
  return sorted.map(([text, { count, total }]) => `${text} ${count}×${total > 0 ? `, ${duration(total)} in all` : ''}`);
}
