/** What the panel is told of a task and of those around it. */

import assert from 'node:assert/strict';
import type { Answer, Answers, Question } from '../../shared/panel/questions.ts';
import type { WaitBranch } from '../../shared/panel/story.ts';
import { ALL_TASKS } from '../../shared/panel/tasks.ts';
import { answer } from '../../store/answer.ts';
import { Recording } from '../../store/recording.ts';
import { threadOf } from './threads.ts';
import { workersAtAGate } from './workers-at-a-gate.ts';

const recording = workersAtAGate();
const ask = <Q extends Question>(question: Q) => answer(recording, question) as Answer<Q>;
const task = (id: number) => ({ thread: 0, task: id });

/** `2× work at gate`, and indented what is below. */
const lines = (branches: readonly WaitBranch[], indent = ''): string[] =>
  branches.flatMap(({ count, name, awaits, branches: lower }) => [
    `${indent}${count}× ${name} at ${awaits}`.replaceAll('`', ''),
    ...lines(lower, `${indent}  `),
  ]);

describe("the panel's questions about tasks", () => {
  it('tell who has to do with a task', () => {
    const { neighbours, links, isCut } = ask({ kind: 'neighbourhood', ref: task(2) })!;
    const told = links.map(({ kind, from, to, pending }) => {
      const [source, target] = [neighbours[from]!.name, neighbours[to]!.name];
      return `${source} ${kind}s ${target}${pending ? ', still' : ''}`;
    });
    assert.deepEqual(told, [
      'main spawns work',
      'main awaits work, still',
      'work awaits a promise that is pending, still',
    ]);
    assert.equal(isCut, false);
    assert.equal(ask({ kind: 'neighbourhood', ref: task(1) })!.neighbours.length, 1 + 7 + 1);
    assert.equal(ask({ kind: 'neighbourhood', ref: task(99) }), undefined);
  });

  it('merge what waits at the same place', () => {
    assert.deepEqual(lines(ask({ kind: 'waiting' })), ['1× main at first', '  1× work at gate', '6× work at gate']);
    assert.deepEqual(lines(ask({ kind: 'story', ref: task(2) })!.awaitedBy), ['1× main at first']);
  });

  it('tell in short what a task waits for', () => {
    const { state, startedBy, lastWait } = ask({ kind: 'brief', ref: task(2) })!;
    assert.deepEqual([state, startedBy.text, lastWait!.text], ['suspended', '`main`', 'a promise that is pending']);
    assert.equal(ask({ kind: 'brief', ref: task(99) }), undefined);
  });

  it('tell what kept the event loop, without what lies inside of Node', () => {
    const [block] = ask({ kind: 'blocks' });
    assert.deepEqual(block!.window, { from: 10, until: 30 });
    assert.match(block!.text, /^`slow` kept the event loop from everything else for 20 ms/);
    assert.deepEqual(block!.stack.map(({ name, place }) => `${name} ${place.line}`), ['`slow` 4', '`main` 0']);
    assert.deepEqual(block!.ref, task(1));
    assert.deepEqual(ask({ kind: 'story', ref: task(1) })!.blocks, [block]);
    assert.deepEqual(ask({ kind: 'story', ref: task(2) })!.blocks, []);
  });

  it('tell where something is missing', () => {
    assert.deepEqual(ask({ kind: 'overview' }).gaps, [{ thread: 0, at: 30, text: '3 events could not be written' }]);
  });

  it('call a worker by the program that it belongs to', () => {
    const { stream } = recording.threads[0]!;
    const threadWith = (info: Partial<typeof stream.info>) =>
      threadOf({ ...stream, info: { ...stream.info, pid: 7, ...info } });
    const both = [threadWith({ thread: 0, argv: ['node', '/app/app.js'] }), threadWith({ thread: 2, argv: ['node'] })];
    const { threads } = answer(new Recording(both, [], 'complete'), { kind: 'overview' }) as Answers['overview'];
    assert.deepEqual(threads.map(({ name }) => name), ['app.js (7)', 'app.js (7, worker 2)']);
  });

  it('filter by file and by function', () => {
    const [file] = ask({ kind: 'files' });
    assert.deepEqual(file!.functions.map(({ name }) => name), ['main', 'work']);
    const site = file!.functions[1]!.site;
    const sorting = { by: 'count', descending: true } as const;
    const named = (filter: object) =>
      ask({ kind: 'sites', filter: { ...ALL_TASKS, ...filter }, sorting }).map(({ name, count }) => `${count} ${name}`);
    assert.deepEqual(named({ file: '/app/app.ts' }), ['7 work', '1 main']);
    assert.deepEqual(named({ file: '/app/other.ts' }), []);
    assert.deepEqual(named({ site }), ['7 work']);
    const filter = { ...ALL_TASKS, site };
    assert.deepEqual(ask({ kind: 'lanes', filter }).slice(1).map(({ name }) => name), ['work']);
    assert.deepEqual(ask({ kind: 'graph', filter }).nodes.map(({ name }) => name), ['program', 'work']);
  });
});
