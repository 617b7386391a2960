import type { Story } from '../../shared/panel/story.ts';
import type { TaskRef } from '../../shared/panel/tasks.ts';
import { ownerOf } from '../../trace/owner.ts';
import type { Recording } from '../recording.ts';
import { blockOf } from './blocks.ts';
import { brief, wait } from './brief.ts';
import { waitersOf } from './waiting.ts';

/** A loop may await for hours: its first awaits, and how many follow. */
const MOST_AWAITS = 200;
const MOST_BLOCKS = 20;

/** All that is known of one task; `undefined` for one that the recording does not have. */
export function story(recording: Recording, ref: TaskRef): Story | undefined {
  const inShort = brief(recording, ref);
  if (inShort === undefined) return undefined;
  const { graph } = recording.threads[ref.thread]!;
  const { tasks, awaits } = graph.tables;
  const row = tasks.find(ref.task);
  const suspensions = awaits.listUpTo(tasks.lastAwait[row]!);
  const own = graph.blocks.filter(({ context }) => ownerOf(graph, context)?.id === ref.task);
  return {
    ...inShort,
    awaits: suspensions.slice(0, MOST_AWAITS).map(it => wait(recording, ref.thread, awaits.view(it))),
    moreAwaits: Math.max(0, suspensions.length - MOST_AWAITS),
    awaitedBy: waitersOf(recording, ref.thread, row),
    blocks: own.slice(0, MOST_BLOCKS).map(it => blockOf(recording, ref.thread, it)),
  };
}
