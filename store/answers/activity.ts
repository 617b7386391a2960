import type { ActivityBins } from '../../shared/panel/timeline.ts';
import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Thread } from '../../trace/thread.ts';
import type { Recording } from '../recording.ts';

/** How much happened when; of several threads, the busiest counts. */
export function activity(recording: Recording, bins: number): ActivityBins {
  const width = recording.duration / bins || 1;
  const busy = new Array<number>(bins).fill(0);
  const lag = new Array<number>(bins).fill(0);
  for (const thread of recording.threads) {
    const own = new Array<number>(bins).fill(0);
    for (const { from, until, ran, waited } of binsOf(recording, thread)) {
      const [first, last] = [Math.floor(from / width), Math.floor(until / width)];
      for (let bin = Math.max(0, first); bin <= Math.min(bins - 1, last); bin++) {
        const shared = Math.min(until, (bin + 1) * width) - Math.max(from, bin * width);
        own[bin]! += (ran * shared) / (until - from);
        lag[bin] = Math.max(lag[bin]!, waited);
      }
    }
    for (const [bin, ran] of own.entries()) busy[bin] = Math.max(busy[bin]!, Math.min(1, ran / width));
  }
  return { width, busy, lag };
}

/** What a thread has counted, in milliseconds. */
function* binsOf(recording: Recording, thread: Thread) {
  const { width, busy, lag } = thread.activity;
  for (let bin = 0; bin < busy.length; bin++) {
    if (busy[bin] === 0 && lag[bin] === 0) continue;
    yield {
      from: recording.at(thread, bin * width),
      until: recording.at(thread, (bin + 1) * width),
      ran: busy[bin]! / TICKS_PER_MS,
      waited: lag[bin]! / TICKS_PER_MS,
    };
  }
}
