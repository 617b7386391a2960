/** Hands what one thread records to all who want it. */

import type { StreamInfo } from '../../shared/trace/format.ts';
import { hash64 } from '../../shared/trace/hash.ts';
import type { EventFrame } from './event-frame.ts';
import { LiveTasks } from './live-tasks.ts';
import type { Sink } from './sink.ts';
import { StreamWriter, type Ending } from './stream-writer.ts';

export class Recorder {
  readonly #info: StreamInfo;
  readonly #stream: number;
  /** As of the last frame. */
  readonly alive = new LiveTasks();
  #writers: StreamWriter[] = [];
  #ended = false;

  constructor(info: StreamInfo) {
    this.#info = info;
    // Not by chance: programs may count on the numbers that they draw.
    this.#stream = parseInt(hash64(JSON.stringify([info.pid, info.thread, info.startedAt])).slice(0, 8), 16);
  }

  /** From now on, all is written to this sink, too. */
  join(sink: Sink): void {
    this.#writers.push(new StreamWriter(sink, this.#stream, this.#info, this.alive));
  }

  /** Whether anybody still wants to know. */
  get isHeard(): boolean {
    return this.#writers.length > 0;
  }

  /** What happens on the way from the listeners for the end to the end itself is not recorded. */
  take(frame: EventFrame): void {
    if (this.#ended) return;
    for (const writer of this.#writers) writer.take(frame, this.alive);
    this.alive.take(frame.events, frame.base);
    this.#writers = this.#writers.filter(({ isClosed }) => !isClosed);
  }

  /** The second time counts for nothing. */
  end(how: Ending): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const writer of this.#writers) writer.end(how);
  }
}
