/** What checkpoints hold is what a simple look at all events tells. */

import assert from 'node:assert/strict';
import type { LiveTask } from '../../shared/trace/checkpoint.ts';
import { EVENT_INTS, EventType, OF_TASK } from '../../shared/trace/events.ts';
import { LiveTasks } from '../../shim/recording/live-tasks.ts';
import { randomFrom } from './random.ts';

/** Random events of some tasks, whose numbers lie `spread` apart, with other events in between. */
function randomEvents(count: number, spread: number): Int32Array {
  const random = randomFrom(spread);
  const alive: number[] = [];
  let lastTask = 0;
  const events = Array.from({ length: count }, (_, clock) => {
    const task = alive[random(alive.length || 1)];
    switch (task === undefined ? 0 : random(4)) {
      case 0:
        alive.push((lastTask += 1 + random(spread)));
        return [(EventType.TaskStart << 27) | 3, lastTask, 0, clock];
      case 1:
        return [(EventType.Await << 27) | 4, task!, random(100), clock];
      case 2:
        return [EventType.Then << 27, task!, 1, 1];
      default:
        alive.splice(alive.indexOf(task!), 1);
        return [(EventType.Settle << 27) | OF_TASK, task!, 0, clock];
    }
  });
  return Int32Array.from(events.flat());
}

function aliveAfter(events: Int32Array): LiveTask[] {
  const tasks = new Map<number, LiveTask>();
  for (let at = 0; at < events.length; at += EVENT_INTS) {
    const [head, task, b, clock] = [...events.subarray(at, at + EVENT_INTS)] as [number, number, number, number];
    const live = tasks.get(task);
    if (head >>> 27 === EventType.TaskStart) {
      tasks.set(task, { task, site: 3, context: 0, startedAt: clock, awaitSite: 0, awaited: 0, since: clock });
    } else if (head >>> 27 === EventType.Settle) tasks.delete(task);
    else if (head >>> 27 === EventType.Await) tasks.set(task, { ...live!, awaitSite: 4, awaited: b, since: clock });
  }
  return [...tasks.values()].sort((x, y) => x.task - y.task);
}

describe('the tasks that are alive', () => {
  for (const spread of [1, 3, 100, 20_000]) {
    it(`are known after each chunk, with numbers up to ${spread} apart`, () => {
      const events = randomEvents(4000, spread);
      const live = new LiveTasks();
      for (let from = 0; from < events.length; from += 400 * EVENT_INTS) {
        const until = from + 400 * EVENT_INTS;
        live.take(events.subarray(from, until), 0);
        assert.deepEqual(
          live.all().sort((x, y) => x.task - y.task),
          aliveAfter(events.subarray(0, until)),
        );
      }
    });
  }
});
