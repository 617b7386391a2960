/** The README's table of what recording costs, from what `bench/trace` has measured. */

import { existsSync, readFileSync } from 'node:fs';

export const FIGURES_FILE = 'bench/trace/figures.json';

/** By workload and version of Node. */
export type Figures = Record<string, Record<string, Figure>>;

interface Figure {
  /** Milliseconds of CPU, by variant; `alone` is that without anything. */
  readonly times: Readonly<Record<string, number>>;
  /** Of the packed recording. */
  readonly bytesPerEvent: number;
}

const BEGIN = '<!-- figures: bench/trace -->\n';
const END = '<!-- end of figures: bench/trace -->';

/** The others are shown on this version alone. */
const SHOWN = '24';
const PEERS = [
  'tier hooks',
  'empty promise hooks',
  'empty async_hooks',
  "debugger's async stacks",
  'a stack each',
] as const;
const HEADS = [
  'with `--tier hooks`',
  'empty promise hooks',
  'empty `async_hooks`',
  "a debugger's async stacks",
  'a stack at each resource',
];

const TITLES: Readonly<Record<string, string>> = {
  fastify: 'a service on fastify',
  http: 'a bare `http` server and its clients',
  files: 'files from the cache, by `fs.promises`',
  awaits: 'nothing but awaits of numbers',
  calls: 'nothing but calls of async functions',
};

/** The figures of the last run that kept them; none where there are none. */
export const keptFigures = (): Figures =>
  existsSync(FIGURES_FILE) ? (JSON.parse(readFileSync(FIGURES_FILE, 'utf8')) as Figures) : {};

/** The text of the README with the table as it has to be. */
export function withTraceFigures(readme: string, figures: Figures): string {
  const from = readme.indexOf(BEGIN);
  const until = readme.indexOf(END);
  if (from === -1 || until < from) throw new Error(`README.md lacks the marks around the figures of bench/trace.`);
  return `${readme.slice(0, from)}${BEGIN}${tableOf(figures)}${readme.slice(until)}`;
}

function tableOf(figures: Figures): string {
  const versions = [...new Set(Object.values(figures).flatMap(it => Object.keys(it)))].sort();
  const rows = Object.entries(TITLES).flatMap(([workload, title]) => {
    const byNode = figures[workload];
    if (byNode === undefined) return [];
    const peers = PEERS.map(peer => ratio(byNode[SHOWN], peer));
    return [[title, ...versions.map(it => ratio(byNode[it], 'asynclens')), ...peers]];
  });
  const head = ['', ...versions.map(it => `Node ${it}`), ...HEADS];
  const lines = [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows];
  return `${lines.map(cells => `| ${cells.join(' | ')} |\n`).join('')}\n${remarks(figures)}\n`;
}

/** What no ratio tells. */
function remarks({ start = {}, ...others }: Figures): string {
  const delays = Object.values(start).map(({ times }) => times['asynclens']! - times['alone']!);
  const bytes = Object.values(others).flatMap(byNode => Object.values(byNode).map(it => it.bytesPerEvent));
  return `The start takes ${range(delays, 0)} ms of CPU more. On the disk, an event takes ${range(bytes, 1)} bytes.`;
}

const range = (values: readonly number[], digits: number): string =>
  `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;

const ratio = (figure: Figure | undefined, variant: string): string => {
  const time = figure?.times[variant];
  return time === undefined ? '' : shown(time / figure!.times['alone']!);
};

const shown = (ratio: number): string => (ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0));
