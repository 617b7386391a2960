import type { CodeFile } from '../../shared/panel/questions.ts';
import type { Site } from '../../shared/trace/site.ts';
import { placeOf, type Recording } from '../recording.ts';
import { titleOf } from './sites.ts';

/** The code whose runs are tasks of the recording, by file. */
export function files({ threads }: Recording): CodeFile[] {
  const sites = new Map<string, Site>();
  for (const { graph, sites: { functions } } of threads) {
    for (const index of functions.keys()) {
      const site = graph.sites.get(index);
      if (site !== undefined) sites.set(site.id, site);
    }
  }
  const byFile = new Map<string, CodeFile['functions'][number][]>();
  for (const site of sites.values()) byFile.set(site.file, [...(byFile.get(site.file) ?? []), toFunction(site)]);
  return Array.from(byFile, ([file, functions]) => ({ file, functions: functions.sort(byName) })).sort((a, b) =>
    a.file.localeCompare(b.file),
  );
}

const toFunction = (site: Site): CodeFile['functions'][number] => ({
  site: site.id,
  name: titleOf(site),
  place: placeOf(site)!,
});

const byName = (a: CodeFile['functions'][number], b: CodeFile['functions'][number]): number =>
  a.name.localeCompare(b.name) || a.place.line - b.place.line;
