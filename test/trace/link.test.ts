/** Graphs of events that no short program would record. */

import assert from 'node:assert/strict';
import type { LiveTask } from '../../shared/trace/checkpoint.ts';
import { link } from '../../trace/link.ts';
import { causeOf } from '../../trace/waits-on.ts';
import { warningsIn } from '../../trace/warnings/gather.ts';
import { on, siteAt, streamOf, type Event } from './events.ts';

const SITES = [siteAt(1, 'function', 'load'), siteAt(2, 'await', 'fetch()', 1), siteAt(3, 'module', 'app.ts')];
const ALIVE: LiveTask = { task: 7, site: 1, context: 0, startedAt: 50, awaitSite: 2, awaited: 9, since: 60 };

const graphOf = (...events: Event[]) => link(streamOf(SITES, { alive: [], events }));

describe('the graph behind a gap', () => {
  const lossy = (alive: readonly LiveTask[]) =>
    link(
      streamOf(
        SITES,
        { alive: [], events: [on.start(1, 7, 0, 50), on.start(1, 8, 0, 55), on.await(2, 8, 0, 58)] },
        { events: [on.promise(0, 30)] },
        { alive, continues: true, events: [on.settle(0, 7, 0, 99)] },
      ),
    );

  it('knows the tasks that were alive when the recording begins', () => {
    const { tasks } = link(streamOf(SITES, { alive: [ALIVE], events: [on.settle(0, 7, 7, 99)] }));
    const { startedAt, endedAt, awaits, outcome, kind } = tasks.get(7)!;
    assert.deepEqual([startedAt, endedAt, outcome, kind], [50, 99, 'fulfilled', 'function']);
    assert.deepEqual(awaits, [{ site: 2, on: 9, from: 60, until: 60 }]);
  });

  it('does not say of them that nobody awaits them', () => {
    const starter = { ...ALIVE, task: 8, awaited: 7 };
    const started = { ...ALIVE, context: 8, awaitSite: 0, awaited: 0 };
    const graph = link(streamOf(SITES, { alive: [starter, started], events: [on.settle(0, 7, 7, 99)] }));
    assert.deepEqual(warningsIn([graph]).map(({ name }) => name), []);
  });

  it('takes a task for lost that is not alive any more', () => {
    const { outcome, endedAt } = lossy([ALIVE]).tasks.get(8)!;
    assert.deepEqual([outcome, endedAt], ['lost', 58]);
  });

  it('lets the tasks that are alive go on, where they wait now', () => {
    const task = lossy([ALIVE]).tasks.get(7)!;
    assert.deepEqual([task.outcome, task.endedAt], ['fulfilled', 99]);
    assert.deepEqual(
      task.awaits.map(it => it.from),
      [60],
    );
  });

  it('leaves tasks alone while nothing is missing', () => {
    const { tasks } = link(
      streamOf(
        SITES,
        { alive: [], events: [on.start(1, 7, 0, 50), on.await(2, 7, 9, 60)] },
        { alive: [], continues: true, events: [on.promise(0, 30)] },
      ),
    );
    assert.equal(tasks.get(7)!.outcome, 'pending');
  });
});

describe('what a promise waits for', () => {
  it('is found through chains of any length', () => {
    const length = 100_000;
    const chain = Array.from({ length }, (_, at) => on.then(0, at + 2, at + 1, 0));
    const graph = graphOf(on.resource(1, 5), on.promise(0, 1), ...chain, on.callback(0, 5), on.settle(0, 1, -5));
    assert.deepEqual(causeOf(graph, length + 1), { kind: 'resource', resource: 'timer' });
  });

  it('is found through combinators of combinators of any depth', () => {
    const depth = 20_000;
    // Each is Promise.all([the one before, a value]), and takes three numbers more.
    const events = Array.from({ length: depth }, (_, at) => {
      const made = 10 + at * 4;
      const before = at === 0 ? 1 : made - 4;
      return [
        on.promise(0, made),
        on.then(0, made + 1, before),
        on.promise(0, made + 2),
        on.settle(0, made + 2),
        on.then(0, made + 3, made + 2),
      ];
    });
    let cause = causeOf(graphOf(on.promise(0, 1), ...events.flat()), 10 + (depth - 1) * 4);
    let found = 0;
    for (; cause.kind === 'combined'; found++) cause = cause.causes[0]!;
    assert.deepEqual([found, cause.kind], [depth, 'pending']);
  });

  it('is itself, for a combinator that is given what follows it', () => {
    const graph = graphOf(
      on.promise(0, 1),
      on.promise(0, 10),
      on.then(0, 11, 1),
      on.then(0, 12, 1),
      on.follow(0, 20, 10, 1),
    );
    const pending = { kind: 'pending' };
    assert.deepEqual(causeOf(graph, 10), { kind: 'combined', causes: [pending, pending] });
  });
});

describe('a task that returns a promise', () => {
  it('is rejected with the task whose promise that is, for the same reason', () => {
    const inner = [on.start(1, 2), on.throw(4, 2), on.settle(1, 2)];
    const graph = graphOf(on.start(1, 1), ...inner, on.return(0, 1, 2), on.follow(0, 3, 2, 1), on.settle(1, 1));
    const { outcome } = graph.tasks.get(1)!;
    assert.deepEqual([outcome, graph.promises.get(1)!.reason], ['rejected', 4]);
  });

  it('has returned when `finally` has run, and does not run any more while it follows that promise', () => {
    const inner = [on.start(1, 2, 1, 10), on.await(2, 2, 0, 20)];
    const awaitInFinally = [on.return(0, 1, 2, 30), on.await(2, 1, 0, 40), on.settle(0, 9, 0, 50)];
    const { tables } = graphOf(
      on.start(1, 1),
      ...inner,
      ...awaitInFinally,
      on.follow(0, 3, 2, 1),
      on.settle(1, 2, 2, 900),
      on.settle(1, 1, 1, 910),
    );
    const { tasks } = tables;
    const row = tasks.find(1);
    assert.deepEqual([tasks.ran[row], tasks.returnedAt.get(row), tasks.endedAt[row]], [40, 50, 910]);
  });
});

describe('promises without a number', () => {
  it('are left out, since they were made before anybody listened', () => {
    const graph = graphOf(on.settle(0, 0), on.then(0, 2, 0), on.await(2, 1, 0));
    assert.deepEqual([...graph.promises.keys()], [2]);
  });
});
