/** What is said of a recording when its program has ended. */

import type { RecordingReader, Stream } from '../../shared/trace/recording.ts';
import { link } from '../../trace/link.ts';
import type { Task } from '../../trace/graph.ts';
import { shown } from '../result.ts';

/** Lines of text. `file` and `cwd` are absolute, with forward slashes; `bytes` is the size of the recording. */
export function summaryOf({ streams, damages }: RecordingReader, file: string, bytes: number, cwd: string): string {
  const graphs = streams.map(link);
  const tasks = graphs.flatMap(graph => [...graph.tasks.values()]);
  const dropped = graphs.reduce((sum, graph) => sum + graph.dropped, 0);
  return [
    `Recorded ${counted(tasks.length, 'task')} in ${counted(streams.length, 'thread')}${outcomes(tasks)}.`,
    ...streams.flatMap(({ skipped }) =>
      skipped.map(it => `${shown(it.file, cwd)} ran without a look into it: ${it.reason}`),
    ),
    ...(dropped > 0 ? [`${counted(dropped, 'event')} could not be written: is the disk full?`] : []),
    ...(streams.some(lacksResources) ? [NO_RESOURCES] : []),
    ...damages,
    `${shown(file, cwd)} has the recording (${size(bytes)}).`,
  ]
    .map(line => `${line}\n`)
    .join('');
}

const NO_RESOURCES =
  'On Node 20, timers, files and sockets cannot be recorded without slowing the program down. Node 22 and later can.';

const lacksResources = ({ info }: Stream): boolean => Number(/\d+/.exec(info.node)?.[0]) < 22;

function outcomes(tasks: readonly Task[]): string {
  const counts = [
    [tasks.filter(({ outcome }) => outcome === 'rejected').length, 'rejected'],
    [tasks.filter(({ outcome }) => outcome === 'pending').length, 'never ended'],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${number(count)} ${what}`);
  return said.length === 0 ? '' : `: ${said.join(', ')}`;
}

const number = (count: number): string => count.toLocaleString('en');
const counted = (count: number, what: string): string => `${number(count)} ${what}${count === 1 ? '' : 's'}`;
const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
