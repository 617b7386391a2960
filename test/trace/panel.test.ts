/** What the panel is told of a recording. */

import assert from 'node:assert/strict';
import { readFile, rm, writeFile, appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, Question, SiteOrder } from '../../shared/panel/questions.ts';
import { ALL_TASKS, type TaskFilter } from '../../shared/panel/tasks.ts';
import { SPAN_STATES } from '../../shared/panel/timeline.ts';
import { answer } from '../../store/answer.ts';
import { RecordingFile } from '../../store/recording-file.ts';
import { recordedProgram } from './recorded-program.ts';

const PROGRAM = `
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
async function load(id) {
  await sleep(5);
  if (id === 3) throw new Error('no such item');
  return id;
}
async function main() {
  await Promise.all([load(1), load(2)]);
  await load(3).catch(() => undefined);
}
await main();
`;

describe("the panel's questions", () => {
  let folder: string;
  let path: string;
  let file: RecordingFile;
  before(async () => ({ folder, path, file } = await recordedProgram(PROGRAM)));
  after(() => rm(folder, { recursive: true }));

  const ask = <Q extends Question>(question: Q) => answer(file.recording, question) as Answer<Q>;
  const sites = (filter: Partial<TaskFilter> = {}, by: SiteOrder = 'count') =>
    ask({ kind: 'sites', filter: { ...ALL_TASKS, ...filter }, sorting: { by, descending: true } });
  const tasksOf = (name: string, skip = 0, limit = 10) => {
    const { site } = sites().find(it => it.name === name)!;
    return ask({ kind: 'tasks', site, filter: ALL_TASKS, skip, limit });
  };

  it('count tasks and threads', () => {
    const { tasks, threads, progress, missing } = ask({ kind: 'overview' });
    assert.deepEqual(
      { tasks, threads: threads.length, progress, missing },
      { tasks: 5, threads: 1, progress: 'complete', missing: [] },
    );
  });

  it('group tasks by their code', () => {
    const rows = sites().map(({ name, count, alive, rejected, place }) => [name, count, alive, rejected, place.line]);
    assert.deepEqual(rows, [
      ['load', 3, 0, 1, 2],
      ['main', 1, 0, 0, 7],
      ['module main.mjs', 1, 0, 0, 0],
    ]);
  });

  it('leave out what a filter does not let through', () => {
    const names = (filter: Partial<TaskFilter>) => sites(filter).map(it => `${it.count} ${it.name}`);
    assert.deepEqual(names({ text: 'LOAD' }), ['3 load']);
    assert.deepEqual(names({ text: 'no such name' }), []);
    assert.deepEqual(names({ states: ['rejected'] }), ['1 load']);
    assert.deepEqual(names({ atLeast: 60_000 }), []);
    assert.deepEqual(names({ window: { from: 1e6, until: 2e6 } }), []);
  });

  it('give the tasks of a site by the page', () => {
    const first = tasksOf('load', 0, 2);
    assert.equal(first.total, 3);
    assert.deepEqual(first.rows.map(it => it.state), ['fulfilled', 'fulfilled']);
    const [last] = tasksOf('load', 2).rows;
    assert.deepEqual([last!.state, last!.awaits, last!.awaitedAt!.line], ['rejected', '`sleep(5)`', 3]);
  });

  it('tell the story of a task', () => {
    const { name, state, startedBy, awaits, awaitedBy } = ask({ kind: 'story', ref: tasksOf('load').rows[0]!.ref })!;
    assert.deepEqual(
      {
        name,
        state,
        startedBy: startedBy.text,
        awaits: awaits.map(it => it.text),
        awaitedBy: awaitedBy.map(it => it.name),
      },
      { name: '`load`', state: 'fulfilled', startedBy: '`main`', awaits: ['a timer'], awaitedBy: ['`main`'] },
    );
    assert.equal(ask({ kind: 'story', ref: { thread: 0, task: 1e6 } }), undefined);
  });

  it('tell why a task failed, also to those that awaited it', () => {
    const failed = ask({ kind: 'story', ref: tasksOf('load').rows[2]!.ref })!;
    assert.deepEqual([failed.state, failed.reason], ['rejected', 'Error: no such item']);
    const { reason, awaits } = ask({ kind: 'story', ref: tasksOf('main').rows[0]!.ref })!;
    assert.deepEqual([reason, awaits.at(-1)!.text], ['', '`load`, which failed: Error: no such item']);
  });

  it('give lanes for tasks that ran at once, and what is to be drawn on them', () => {
    const groups = ask({ kind: 'lanes', filter: ALL_TASKS });
    const named = groups.map(({ name, lanes }) => `${name.replace(/ of .*/, '')}: ${lanes}`);
    assert.deepEqual(named, ['Event loop: 1', 'module main.mjs: 1', 'main: 1', 'load: 2']);
    const lanes = groups.flatMap(({ thread, site, lanes: count }) =>
      Array.from({ length: count }, (_, lane) => ({ thread, site, lane })),
    );
    const { duration } = ask({ kind: 'overview' });
    const spans = ask({
      kind: 'spans',
      lanes,
      filter: ALL_TASKS,
      window: { from: 0, until: duration },
      pixels: 100_000,
    });
    const tasks = new Set(Array.from(spans.task).filter((_, at) => spans.lane[at]! > 0));
    assert.equal(tasks.size, 5);
    assert.ok(spans.until.every((until, at) => spans.from[at]! <= until && until <= duration + 1e-6));
    const waits = spans.state.filter((state, at) => SPAN_STATES[state] === 'suspended' && spans.lane[at]! >= 3);
    assert.equal(waits.length, 3);
  });

  it('draw and count only those tasks that a filter lets through', () => {
    const rejected = { ...ALL_TASKS, states: ['rejected' as const] };
    const groups = ask({ kind: 'lanes', filter: rejected });
    assert.deepEqual(groups.slice(1).map(({ name, lanes }) => `${name}: ${lanes}`), ['load: 2']);
    const lanes = [0, 1].map(lane => ({ thread: 0, site: groups[1]!.site, lane }));
    const drawn = (filter: TaskFilter) =>
      new Set(ask({ kind: 'spans', lanes, filter, window: { from: 0, until: 1e6 }, pixels: 1e8 }).task);
    assert.equal(drawn(ALL_TASKS).size, 3);
    assert.deepEqual([...drawn(rejected)], [tasksOf('load').rows[2]!.ref.task]);
    assert.deepEqual(drawn({ ...ALL_TASKS, atLeast: 60_000 }).size, 0);
    const { nodes } = ask({ kind: 'graph', filter: rejected });
    assert.deepEqual(
      nodes.map(it => `${it.name}: ${it.count}, ${it.rejected} rejected`),
      ['program: 1, 0 rejected', 'load: 1, 1 rejected'],
    );
    assert.ok(nodes[1]!.suspended > 0);
  });

  it('say of the code in an editor what was recorded of it, as far as it is there still', () => {
    const codeOf = (text: string) =>
      ask({ kind: 'code', file: join(folder, 'main.mjs'), text }).map(
        it => `${it.line}:${it.character} ${it.name} ${it.count}×`,
      );
    const all = ['0:0  1×', '11:0 main() 1×', '2:0 load 3×', '3:2 sleep(5) 3×', '7:0 main 1×'];
    const awaits = ['8:2 Promise.all([load(1), load(2)]) 1×', '9:2 load(3).catch(() => undefined) 1×'];
    assert.deepEqual(codeOf(PROGRAM).sort(), [...all, ...awaits].sort());
    const edited = PROGRAM.replace('async function load', '// Loads.\nasync function load').replace(
      'sleep(5)',
      'sleep(6)',
    );
    assert.deepEqual(codeOf(edited).filter(it => /load \d|sleep/.test(it)), ['3:0 load 3×']);
  });

  it('say who started a function, and what an await waited for', () => {
    const sites = ask({ kind: 'code', file: join(folder, 'main.mjs'), text: PROGRAM });
    const story = (name: string) => sites.find(it => it.name === name)!.story.map(it => it.replace(/, .*/, ''));
    assert.deepEqual(story('load'), ['`main` starts it 3×']);
    assert.deepEqual(story('sleep(5)'), ['it waits for a timer 3×']);
    assert.ok(sites.find(it => it.name === 'sleep(5)')!.suspended > 0);
  });

  it('tell how busy the program was', () => {
    const { width, busy } = ask({ kind: 'activity', bins: 10 });
    assert.equal(busy.length, 10);
    assert.ok(Math.abs(width * 10 - ask({ kind: 'overview' }).duration) < 1e-6);
    assert.ok(busy.every(part => part >= 0 && part <= 1));
  });

  it('draw who starts and who awaits whom', () => {
    const { nodes, edges } = ask({ kind: 'graph', filter: ALL_TASKS });
    const named = edges.map(
      ({ kind, from, to, count }) => `${nodes[from]!.name} ${kind}s ${nodes[to]!.name} ${count}×`,
    );
    assert.deepEqual(named.sort(), [
      'main awaits load 3×',
      'main spawns load 3×',
      'module main.mjs awaits main 1×',
      'module main.mjs spawns main 1×',
      'program spawns module main.mjs 1×',
    ]);
    assert.deepEqual(nodes.map(({ rejected }) => rejected), [0, 0, 0, 1]);
  });

  it('tell what took the time', () => {
    const { sentences, shares, duration } = ask({ kind: 'path', ref: undefined })!;
    assert.ok(
      sentences.some(text => /% waiting for a timer at `sleep\(5\)` in `load`/.test(text)),
      sentences.join('\n'),
    );
    assert.ok(duration > 0);
    assert.ok(Math.abs(shares.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-6);
  });

  it('are answered while a recording grows', async () => {
    const bytes = await readFile(path);
    const growing = join(folder, 'growing.asynclens');
    await writeFile(growing, bytes.subarray(0, bytes.length / 2));
    let news = (): void => undefined;
    const half = new RecordingFile(growing, 'growing', () => news());
    const told = new Promise<void>(resolve => (news = resolve));
    const read = half.read();
    await told;
    assert.equal(half.recording.progress, 'live');
    await appendFile(growing, bytes.subarray(bytes.length / 2));
    half.end();
    await read;
    assert.deepEqual(answer(half.recording, { kind: 'overview' }), ask({ kind: 'overview' }));
  });
});
