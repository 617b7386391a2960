/** Programs that run for weeks make more promises than there are numbers for them. */

import assert from 'node:assert/strict';
import { promiseHooks } from 'node:v8';
import { decodeColumns, encodeColumns } from '../../shared/trace/columns.ts';
import { decodeEvents, encodeEvents } from '../../shared/trace/event-chunk.ts';
import { EventType, UNSAMPLED } from '../../shared/trace/events.ts';
import { flush, writeTo } from '../../shim/runtime/events.ts';
import { countFrom, keepNumbersOf, LAST_NUMBER, nextId, resourceNumber } from '../../shim/runtime/numbers.ts';
import { after, before, init, settled } from '../../shim/runtime/promise-hooks.ts';
import { mark, numberOf, Role, roleOf, unsampledMark, UnsampledRole } from '../../shim/runtime/stamp.ts';
import { enter, suspend } from '../../shim/runtime/tasks.ts';
import { FIRST_SITE } from '../../shim/transform/insertions.ts';
import { link } from '../../trace/link.ts';
import { causeOf } from '../../trace/waits-on.ts';
import { siteAt, streamOf, type Event } from './events.ts';

const FUNCTION = FIRST_SITE;
const AWAIT = FIRST_SITE + 1;
const SITES = [siteAt(FUNCTION, 'function', 'work'), siteAt(AWAIT, 'await', 'it', FUNCTION)];

/** What is recorded while `program` runs, which says itself what insertions would. */
async function eventsOf(program: () => Promise<unknown>): Promise<Event[]> {
  const events: Event[] = [];
  writeTo(({ ints, length }) => {
    for (let at = 0; at < length; at += 4) events.push([...ints.subarray(at, at + 4)] as unknown as Event);
  });
  const stop = promiseHooks.createHook({ init, before, after, settled });
  try {
    await program();
  } finally {
    stop();
    flush();
  }
  return events;
}

describe('the numbers of promises', () => {
  afterEach(() => keepNumbersOf(() => []));

  it('begin again when all were given, but for those of tasks that are alive', () => {
    keepNumbersOf(() => [LAST_NUMBER, 4, 1, 2]);
    countFrom(LAST_NUMBER - 1);
    assert.deepEqual([nextId(), nextId(), nextId(), nextId()], [LAST_NUMBER, 3, 5, 6]);
    keepNumbersOf(() => [1]);
    countFrom(LAST_NUMBER - 1);
    assert.deepEqual([nextId(), nextId()], [2, 3]);
  });

  it('leave room for what a promise is for, in an integer that V8 calculates fast with', () => {
    for (const role of [Role.Plain, Role.Task, Role.Wrapper, Role.Await]) {
      const it = mark(LAST_NUMBER, role);
      assert.deepEqual([it, numberOf(it), roleOf(it)], [it | 0, LAST_NUMBER, role]);
    }
    const left = -unsampledMark(LAST_NUMBER, UnsampledRole.Settled);
    assert.deepEqual([left, numberOf(left), roleOf(left)], [left | 0, LAST_NUMBER, UnsampledRole.Settled]);
  });

  it('are not mistaken for those of resources, whatever numbers Node gives to these', () => {
    for (const asyncId of [1, 2 ** 29 + 5, 2 ** 31 + 7, 2 ** 40 + 9]) {
      assert.ok(resourceNumber(asyncId) > 0 && resourceNumber(asyncId) <= LAST_NUMBER, String(asyncId));
    }
  });

  it('come out of frames and packed ones as they went in', () => {
    const numbers = [0, 1, -1, LAST_NUMBER, -LAST_NUMBER, UNSAMPLED];
    const then = EventType.Then << 27;
    const events = numbers.flatMap(b => numbers.flatMap(c => [LAST_NUMBER, 1].map(a => [then, a, b, c]))).flat();
    const chunk = { base: 2 ** 40, events: Int32Array.from(events) };
    assert.deepEqual(decodeEvents(encodeEvents(chunk)), chunk);
    assert.deepEqual(decodeColumns(encodeColumns(chunk)), chunk);
  });

  it('tell tasks apart of which some began before all were given, and some after', async () => {
    countFrom(LAST_NUMBER - 4);
    const work = async (depth: number): Promise<void> => {
      const task = enter(FUNCTION);
      await suspend(task, AWAIT, depth === 0 ? null : work(depth - 1));
    };
    const graph = link(streamOf(SITES, { alive: [], events: await eventsOf(() => work(9)) }));
    const tasks = [...graph.tasks.values()];
    assert.equal(tasks.length, 10);
    assert.ok(tasks[0]!.id > LAST_NUMBER - 4 && tasks[9]!.id < 10, tasks.map(({ id }) => id).join());
    tasks.forEach(({ awaits, outcome, context }, at) => {
      const cause = causeOf(graph, awaits[0]!.on);
      assert.equal(cause.kind === 'task' ? cause.task.id : cause.kind, tasks[at + 1]?.id ?? 'value');
      assert.equal(outcome, 'fulfilled');
      if (at > 0) assert.equal(context, tasks[at - 1]!.id);
    });
  });
});
