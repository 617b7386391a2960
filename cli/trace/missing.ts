/** What a recording lacks, so that nobody takes its silence for good news. */

import type { Stream } from '../../shared/trace/recording.ts';
import { counted } from '../../shared/words.ts';
import { unsampledInWords } from '../../trace/unsampled.ts';
import { shown } from '../result.ts';
import type { Threads } from './read.ts';

/** Sentences, empty for a recording that is whole. `cwd` is absolute, with forward slashes. */
export function missingIn({ threads, damages }: Threads, cwd: string): string[] {
  const dropped = threads.reduce((sum, { graph }) => sum + graph.dropped, 0);
  const unsampled = unsampledInWords(threads.map(({ graph }) => graph));
  const skipped = new Map(threads.flatMap(({ stream }) => stream.skipped.map(({ file, reason }) => [file, reason])));
  const isIdle = skipped.size === 0 && unsampled === undefined && threads.every(({ graph }) => graph.tasks.size === 0);
  return [
    ...(isIdle ? [NO_TASK] : []),
    ...Array.from(skipped, ([file, reason]) => `${shown(file, cwd)} ran without a look into it: ${reason}`),
    ...(dropped > 0 ? [`${counted(dropped, 'event')} could not be written: is the disk full?`] : []),
    ...(unsampled === undefined ? [] : [unsampled]),
    ...(threads.some(({ stream }) => lacksResources(stream)) ? [NO_RESOURCES] : []),
    ...(threads.some(({ stream }) => stream.info.tier === 'hooks') ? [BY_STACK] : []),
    ...damages,
  ];
}

const NO_TASK =
  "None of the program's own async functions ran. Packages below `node_modules` are looked into only where `--package` names them.";

const NO_RESOURCES =
  'On Node 20, timers, files and sockets cannot be recorded without slowing the program down. Node 22 and later can.';

const BY_STACK =
  'Tasks were recognised by the stack, which slowed the program down and does not tell which of them ended with an error.';

const lacksResources = ({ info }: Stream): boolean => Number(/\d+/.exec(info.node)?.[0]) < 22;
