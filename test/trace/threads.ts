/** Threads of streams that were kept, or written by hand. */

import type { Stream } from '../../shared/trace/recording.ts';
import { Thread } from '../../trace/thread.ts';

export function threadOf(stream: Stream): Thread {
  const thread = new Thread(stream);
  for (const segment of stream.segments) {
    thread.begin(segment);
    for (const chunk of segment.chunks) thread.take(chunk);
  }
  return thread;
}
