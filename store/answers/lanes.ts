import type { TaskFilter } from '../../shared/panel/tasks.ts';
import type { LaneGroup } from '../../shared/panel/timeline.ts';
import type { Thread } from '../../trace/thread.ts';
import { sitesMatching } from '../matching.ts';
import { placeOf, type Recording } from '../recording.ts';
import { titleOf } from './sites.ts';
import { nameOf } from './overview.ts';

/** The lanes of each thread: its event loop, then its functions in the order in which they were first called. */
export const lanes = (recording: Recording, filter: TaskFilter): LaneGroup[] =>
  recording.threads.flatMap((thread, index) =>
    lanesOf(thread, index, nameOf(recording, thread), sitesMatching(recording, thread, filter)),
  );

function lanesOf(thread: Thread, index: number, program: string, wanted: ReadonlySet<number>): LaneGroup[] {
  const loop: LaneGroup = {
    thread: index,
    site: 0,
    name: `Event loop of ${program}`,
    place: undefined,
    lanes: 1,
  };
  const groups: LaneGroup[] = [];
  for (const { site: at, last } of thread.lanes.groups.values()) {
    const site = thread.graph.sites.get(at);
    if (site === undefined || !wanted.has(at)) continue;
    groups.push({ thread: index, site: at, name: titleOf(site), place: placeOf(site), lanes: last.length });
  }
  return [loop, ...groups];
}
