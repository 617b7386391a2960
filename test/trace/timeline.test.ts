/** What a timeline shows: states of tasks by hand, and pictures of random programs. */

import assert from 'node:assert/strict';
import type { Thread } from '../../trace/thread.ts';
import { Activity } from '../../trace/timeline/activity.ts';
import type { Lanes } from '../../trace/timeline/lanes.ts';
import { SmallestFirst } from '../../trace/timeline/smallest-first.ts';
import { SPAN_STATES } from '../../shared/panel/timeline.ts';
import type { Spans } from '../../trace/timeline/spans.ts';
import { taskSpans, turnSpans, type View } from '../../trace/timeline/timeline.ts';
import { allTasks, someTasks, type LaneRow } from '../../trace/timeline/tasks-on-lanes.ts';
import { on, siteAt, streamOf, type Event } from './events.ts';
import { randomFrom } from './random.ts';
import { threadOf } from './threads.ts';

const SITES = [
  siteAt(1, 'function', 'load'),
  siteAt(2, 'await', 'read()', 1),
  siteAt(3, 'generator', 'rows'),
  siteAt(4, 'yield', 'row', 3),
];

const thread = (...events: readonly Event[]): Thread => threadOf(streamOf(SITES, { alive: [], events }));

/** As `lane: state from-until`, and how many, where several are joined. */
const shown = ({ length, lane, state, from, until, count }: Spans): string[] =>
  Array.from({ length }, (_, at) => {
    const several = count[at]! > 1 ? ` ×${count[at]}` : '';
    return `${lane[at]}: ${SPAN_STATES[state[at]!]} ${from[at]}-${until[at]}${several}`;
  });

const ALL: View = { from: 0, until: 1000, pixels: 2000, limit: 1000 };
const lane = (site: number, at = 0): LaneRow => ({ site, lane: at });

describe('the states of a task', () => {
  const load = [
    on.start(1, 1, 0, 100),
    on.promise(0, 2, 1),
    on.resource(1, 9, 1),
    on.await(2, 1, 2, 150),
    on.callback(0, 9, 0, 300),
    on.settle(0, 2, -9),
    on.callbackEnd(0, 9, 0, 400),
    on.settle(0, 1, 1, 450),
  ];

  it('are running, suspended until what it awaits is settled, and ready until it goes on', () => {
    const { graph, lanes } = thread(...load);
    assert.deepEqual(shown(taskSpans(graph, allTasks(graph, lanes), [lane(1)], ALL)), [
      '0: running 100-450',
      '0: suspended 150-300',
      '0: ready 300-400',
    ]);
    const { ran, waited } = graph.tables.tasks;
    assert.deepEqual([ran[1], waited[1]], [50 + 50, 100]);
  });

  it('end with the task, also where it never went on', () => {
    const { graph, lanes } = thread(
      on.start(1, 1, 0, 100),
      on.promise(0, 2, 1),
      on.await(2, 1, 2, 150),
      // What the task has returned fails.
      on.settle(0, 1, 7, 300),
      on.start(1, 8, 0, 900),
    );
    const drawn = shown(taskSpans(graph, allTasks(graph, lanes), [lane(1)], ALL));
    assert.deepEqual(drawn, ['0: running 900-900', '0: running 100-300', '0: suspended 150-300']);
  });

  it('are known where no callbacks are recorded, from the clock of what was settled', () => {
    const { graph, lanes } = thread(
      on.start(1, 1, 0, 100),
      on.promise(0, 2, 1),
      on.await(2, 1, 2, 150),
      on.settle(0, 2, 0, 300),
      on.settle(0, 1, 1, 310),
    );
    assert.deepEqual(shown(taskSpans(graph, allTasks(graph, lanes), [lane(1)], ALL)), [
      '0: running 100-310',
      '0: suspended 150-300',
    ]);
  });

  it('are ready at once, for a value', () => {
    const { graph, lanes } = thread(on.start(1, 1, 0, 100), on.await(2, 1, 0, 150), on.settle(0, 1, 1, 450));
    assert.deepEqual(shown(taskSpans(graph, allTasks(graph, lanes), [lane(1)], ALL)), ['0: running 100-450']);
  });

  it('are suspended while a generator rests at a yield', () => {
    const { graph, lanes } = thread(on.body(3, 1, 0, 100), on.await(4, 1, 0, 150), on.goOn(0, 1, 0, 500));
    assert.deepEqual(shown(taskSpans(graph, allTasks(graph, lanes), [lane(3)], ALL)), [
      '0: running 100-500',
      '0: suspended 150-500',
    ]);
    assert.equal(graph.tables.tasks.waited[1], 0);
  });

  it('are suspended while the promise that was returned is pending', () => {
    const { graph, lanes } = thread(
      on.start(1, 1, 0, 100),
      on.promise(0, 2, 1),
      on.return(0, 1, 2, 200),
      on.settle(0, 2, 0),
      on.settle(0, 1, 1, 600),
    );
    assert.deepEqual(shown(taskSpans(graph, allTasks(graph, lanes), [lane(1)], ALL)), [
      '0: running 100-600',
      '0: suspended 200-600',
    ]);
    assert.equal(graph.tables.tasks.ran[1], 100);
  });

  it('tell apart the time of slices that a task has called', () => {
    const { graph } = thread(
      on.start(1, 1, 0, 100),
      on.start(1, 2, 1, 110),
      on.start(1, 3, 2, 120),
      on.settle(0, 3, 3, 170),
      on.await(2, 2, 3, 180),
      on.await(2, 1, 2, 200),
    );
    const { ran, nested } = graph.tables.tasks;
    assert.deepEqual([...ran.subarray(1, 4)], [100, 70, 50]);
    assert.deepEqual([...nested.subarray(1, 4)], [70, 50, 0]);
  });
});

describe('the turns of the event loop', () => {
  const tick = [on.resource(2, 8), on.resource(1, 9)];
  const turnsOf = ({ graph }: Thread) => shown(turnSpans(graph, ALL));

  it('last from a callback to the last thing that runs because of it', () => {
    const last = thread(
      ...tick,
      on.start(1, 1, 0, 50),
      on.callback(0, 9, 0, 300),
      on.start(1, 2, -9, 310),
      on.callbackEnd(0, 9, 0, 400),
      on.settle(0, 2, 2, 480),
    );
    assert.deepEqual(turnsOf(last), ['0: running 300-480', '0: running 0-50']);
  });

  it('hold callbacks that run within others', () => {
    const last = thread(
      ...tick,
      on.callback(0, 9, 0, 300),
      on.callback(0, 8, 0, 310),
      on.callbackEnd(0, 8, 0, 320),
      on.callbackEnd(0, 9, 0, 400),
    );
    assert.deepEqual(turnsOf(last), ['0: running 300-400', '0: running 0-0']);
  });
});

/** Some tasks at once, each with some awaits, one event per tick of the clock. */
function randomThread(seed: number, count: number): Thread {
  const random = randomFrom(seed);
  const running: number[] = [];
  let last = 0;
  const events = Array.from({ length: count }, (_, clock): Event => {
    const task = running[random(running.length || 1)];
    if (task === undefined || (running.length < 5 && random(4) === 0)) {
      running.push(++last);
      return on.start(1, last, 0, clock);
    }
    if (random(3) > 0) return on.await(2, task, 0, clock);
    running.splice(running.indexOf(task), 1);
    return on.settle(0, task, task, clock);
  });
  return thread(...events);
}

const rowsOf = (lanes: Lanes) =>
  [...lanes.groups.values()].flatMap(({ site, last }) => last.map((_, at) => lane(site, at)));

describe('the lanes of random programs', () => {
  const { graph, lanes } = randomThread(1, 20_000);
  const rows = rowsOf(lanes);
  const view = { from: 0, until: 20_000, pixels: 200_000, limit: 200_000 };

  it('are as many as tasks ran at once, and none overlap', () => {
    assert.equal(rows.length, 5);
    const spans = taskSpans(graph, allTasks(graph, lanes), rows, view);
    const tasks = Array.from({ length: spans.length }, (_, at) => at).filter(
      at => SPAN_STATES[spans.state[at]!] === 'running',
    );
    assert.equal(tasks.length, graph.tasks.size);
    // From right to left on each lane.
    for (const at of tasks) {
      const next = tasks.find(it => it > at && spans.lane[it] === spans.lane[at]);
      if (next !== undefined) assert.ok(spans.until[next]! <= spans.from[at]!);
    }
  });

  it('count all tasks, however few pixels there are', () => {
    for (const pixels of [5, 50, 500]) {
      const spans = taskSpans(graph, allTasks(graph, lanes), rows, { ...view, pixels });
      // Those that lie on top of a task's span name the same task.
      assert.equal(tasksIn(spans), graph.tasks.size, `${pixels} pixels`);
    }
  });

  it('leave out the tasks that are not wanted, and count all others', () => {
    const third = Array.from({ length: graph.tasks.size }, (_, at) => at + 1).filter(task => task % 3 === 0);
    const some = someTasks(graph, third);
    const close = taskSpans(graph, some, rows, view);
    assert.deepEqual(
      [...new Set(close.task.subarray(0, close.length))].sort((a, b) => a - b),
      third.map(row => graph.tables.tasks.id[row]!).sort((a, b) => a - b),
    );
    const far = taskSpans(graph, some, rows, { ...view, pixels: 5 });
    assert.equal(tasksIn(far), third.length);
  });

  it('hold what is asked for, and as little as is asked for', () => {
    const part = { from: 5000, until: 5400, pixels: 400, limit: 100_000 };
    const all = taskSpans(graph, allTasks(graph, lanes), rows, part);
    for (let at = 0; at < all.length; at++) assert.ok(all.until[at]! >= part.from && all.from[at]! <= part.until);
    const few = taskSpans(graph, allTasks(graph, lanes), rows, { ...part, limit: 40 });
    assert.ok(few.length < 40 && few.length > 4, `${few.length} of ${all.length}`);
  });
});

/**
 * How many tasks are drawn, joined or not. Of one task, the first span is that of the task, the others show its states.
 */
function tasksIn({ task, count, length }: Spans): number {
  const seen = new Set<number>();
  let sum = 0;
  for (let at = 0; at < length; at++) {
    if (!seen.has(task[at]!)) sum += count[at]!;
    seen.add(task[at]!);
  }
  return sum;
}

describe('activity over time', () => {
  it('loses nothing when bins are joined', () => {
    const activity = new Activity();
    for (let at = 0; at < 100_000; at += 10) {
      activity.start(at);
      activity.run(at, at + 4);
      activity.wait(at, at % 700);
    }
    const sum = (bins: Float64Array) => bins.reduce((total, bin) => total + bin, 0);
    assert.deepEqual([sum(activity.started), sum(activity.busy), Math.max(...activity.lag)], [10_000, 40_000, 690]);
    assert.equal(activity.width, 64);
    assert.ok(activity.busy.every(bin => bin <= activity.width));
  });
});

describe('a heap', () => {
  it('gives the smallest first', () => {
    const heap = new SmallestFirst();
    const random = randomFrom(3);
    const kept: number[] = [];
    for (let step = 0; step < 3000; step++) {
      if (random(3) > 0) {
        const value = random(1000);
        kept.push(value);
        heap.push(value);
      } else {
        kept.sort((a, b) => a - b);
        assert.equal(heap.pop(), kept.shift());
      }
    }
  });
});
