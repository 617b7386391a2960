/** What exports are tried on. */

import type { Thread } from '../../../trace/thread.ts';
import { on, siteAt, streamOf } from '../events.ts';
import { threadOf } from '../threads.ts';

/** `main` starts `load`, which fails after a timer, and awaits it; a task of a callback goes on for ever. */
export function thread(): Thread {
  return threadOf(
    streamOf(
      [
        siteAt(1, 'function', 'main'),
        siteAt(2, 'function', 'load'),
        siteAt(3, 'await', 'load()', 1),
        siteAt(4, 'await', 'timer', 2),
        siteAt(5, 'module', ''),
      ],
      {
        alive: [],
        events: [
          on.start(1, 1, 0, 100),
          on.start(2, 2, 1, 110),
          on.resource(1, 5, 2),
          on.promise(0, 9, 2),
          on.await(4, 2, 9, 140),
          on.await(3, 1, 2, 150),
          on.callback(0, 5, 0, 500),
          on.settle(0, 9, -5),
          on.callbackEnd(0, 5, 0, 510),
          on.throw(0, 2),
          on.settle(0, 2, 2, 530),
          on.settle(0, 1, 1, 560),
          on.resource(1, 6),
          on.callback(0, 6, 0, 600),
          on.body(5, 20, -6, 610),
          on.callbackEnd(0, 6, 0, 640),
        ],
      },
    ),
  );
}
