/** Node's promises of what is to come. That of a timer rejects only when it is called off. */

import type { Pack } from './pack.ts';

export const nodeEvents: Pack = { module: 'node:events', awaitedLater: ['EventEmitter.once'] };

export const nodeTimers: Pack = {
  module: 'node:timers/promises',
  awaitedLater: ['setImmediate', 'setTimeout'],
  pauses: ['Scheduler.wait', 'Scheduler.yield', 'setImmediate', 'setTimeout'],
};
