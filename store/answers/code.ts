import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import type { Heat, TracedSite } from '../../shared/panel/code.ts';
import { linesOf } from '../../shared/line-map.ts';
import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import { ProjectPaths } from '../../shared/trace/project-paths.ts';
import { placesIn } from '../../shared/trace/site-places.ts';
import { runsAsTask, type Site } from '../../shared/trace/site.ts';
import { endOfCode } from '../../shared/trace/stretch.ts';
import type { Ticks } from '../../trace/graph.ts';
import type { Recording } from '../recording.ts';
import { isOver } from '../task-state.ts';
import { storiesOf } from './code-stories.ts';

/** Milliseconds of all times together that something happened at a site. */
interface Times {
  running: number;
  ready: number;
  suspended: number;
}

/** What a recording knows of the sites in one file, before it is known which of them are there still. */
interface Known extends Times {
  readonly site: Site;
  /** The id of the site of the function around it, or its own. */
  readonly owner: string;
}

/** From which part of the largest time of a recording on a site is how hot. */
const HEATS: readonly (readonly [part: number, heat: Heat])[] = [
  [0.5, 3],
  [0.1, 2],
  [0.02, 1],
];
/** Milliseconds: where nothing takes long, nothing is hot. */
const LEAST_HEAT = 1;

/**
 * What is known of the code of a file, as far as it is in `text` as it ran.
 * @param file absolute, with forward slashes; the recording may know it by another path
 */
export function code(recording: Recording, file: string, text: string): TracedSite[] {
  const name = posix.basename(file);
  const all = sitesIn(recording);
  const own = [...all.values()].filter(({ site }) => posix.basename(site.file) === name);
  if (own.length === 0) return [];
  const lines = linesOf(text);
  const paths = new ProjectPaths(folder => existsSync(`${folder}/package.json`));
  const places = placesIn(text, paths.pathOf(file), own.map(({ site }) => site));
  const hottest = hottestOf(all.values());
  const stories = storiesOf(recording, new Set(places.keys()));
  const hasEnded = recording.threads.every(({ graph }) => isOver(recording, graph));
  return recording.evidence.flatMap((evidence): TracedSite[] => {
    const [known, place] = [all.get(evidence.site), places.get(evidence.site)];
    if (known === undefined || place === undefined) return [];
    const { site, owner, running, ready, suspended } = known;
    const end = endOfCode(lines[place.line]!, place.character);
    const heat = heatOf(known, hottest);
    const story = stories.get(site.id) ?? [];
    return [
      {
        ...evidence,
        ...place,
        end,
        name: site.name,
        function: owner,
        running,
        ready,
        suspended,
        heat,
        isOver: hasEnded,
        story,
      },
    ];
  });
}

/** By id. Threads that run the same code are one. */
function sitesIn({ threads }: Recording): Map<string, Known> {
  const found = new Map<string, Known>();
  for (const { graph, sites, stream } of threads) {
    for (const [index, site] of stream.sites) {
      const owner = runsAsTask(site.kind) ? site : graph.sites.get(site.owner);
      const known = found.get(site.id) ?? { site, owner: owner?.id ?? site.id, ...NO_TIME };
      found.set(site.id, known);
      const totals = sites.functions.get(index);
      if (totals !== undefined) add(known, { running: totals.self, ready: totals.ready, suspended: totals.suspended });
      const waits = sites.awaits.get(index);
      if (waits !== undefined)
        add(known, { running: 0, ready: waits.ready, suspended: waits.waits.total - waits.ready });
    }
  }
  return found;
}

const NO_TIME: Times = { running: 0, ready: 0, suspended: 0 };

function add(times: Times, ticks: Readonly<Record<keyof Times, Ticks>>): void {
  times.running += ticks.running / TICKS_PER_MS;
  times.ready += ticks.ready / TICKS_PER_MS;
  times.suspended += ticks.suspended / TICKS_PER_MS;
}

/**
 * What counts of a function is how long it kept the thread; of a place where it waits, how long that was. Files take
 * their time to be loaded, before anybody waits.
 */
function heatingTime({ site: { kind }, running, suspended }: Known): number {
  if (kind === 'module') return 0;
  return runsAsTask(kind) ? running : suspended;
}

interface Hottest {
  readonly functions: number;
  readonly others: number;
}

function hottestOf(sites: Iterable<Known>): Hottest {
  const hottest = { functions: 0, others: 0 };
  for (const it of sites) {
    const which = runsAsTask(it.site.kind) ? 'functions' : 'others';
    hottest[which] = Math.max(hottest[which], heatingTime(it));
  }
  return hottest;
}

function heatOf(it: Known, { functions, others }: Hottest): Heat {
  const time = heatingTime(it);
  const part = time / (runsAsTask(it.site.kind) ? functions : others);
  return time < LEAST_HEAT ? 0 : (HEATS.find(([least]) => part >= least)?.[1] ?? 0);
}
