/** What the panel is told of tasks that never end. */

import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, Answers, Question } from '../../shared/panel/questions.ts';
import { FOR_EVER } from '../../shared/panel/for-ever.ts';
import { ALL_TASKS } from '../../shared/panel/tasks.ts';
import { SPAN_STATES } from '../../shared/panel/timeline.ts';
import { answer } from '../../store/answer.ts';
import { RecordingFile } from '../../store/recording-file.ts';
import { Recording } from '../../store/recording.ts';
import type { Thread } from '../../trace/thread.ts';
import { recordedProgram } from './recorded-program.ts';
import { threadOf } from './threads.ts';
import { workersAtAGate } from './workers-at-a-gate.ts';

/** Three of four calls end. */
const PROGRAM = `
import { EventEmitter, once } from 'node:events';
const door = new EventEmitter();
async function pass(name) {
  if (name === 'late') await once(door, 'open');
}
for (const name of ['anna', 'ben', 'chris']) await pass(name);
await pass('late');
`;

describe('tasks that never end', () => {
  let folder: string;
  let path: string;
  let file: RecordingFile;
  before(async () => ({ folder, path, file } = await recordedProgram(PROGRAM)));
  after(() => rm(folder, { recursive: true }));

  const askOf = <Q extends Question>({ recording }: RecordingFile, question: Q) =>
    answer(recording, question) as Answer<Q>;
  const ask = <Q extends Question>(question: Q) => askOf(file, question);
  const siteOf = (name: string, of = file) =>
    askOf(of, { kind: 'sites', filter: ALL_TASKS, sorting: { by: 'name', descending: false } }).find(
      it => it.name === name,
    )!;
  const tasksOf = (name: string, of = file) =>
    askOf(of, { kind: 'tasks', site: siteOf(name, of).site, filter: ALL_TASKS, skip: 0, limit: 10 }).rows;

  it('took longer than all others', () => {
    const { count, alive, median, most } = siteOf('pass');
    assert.deepEqual(
      { count, alive, isMedianKnown: median < FOR_EVER, most },
      { count: 4, alive: 1, isMedianKnown: true, most: FOR_EVER },
    );
    const long = ask({
      kind: 'sites',
      filter: { ...ALL_TASKS, atLeast: 60_000 },
      sorting: { by: 'name', descending: false },
    });
    assert.deepEqual(long.map(({ name, count: left }) => `${left} ${name}`), ['1 module main.mjs', '1 pass']);
  });

  it('say since when they wait', () => {
    const late = tasksOf('pass').at(-1)!;
    assert.deepEqual([late.state, late.duration], ['suspended', FOR_EVER]);
    assert.ok(late.awaitsSince >= late.start);
    const { suspended, awaits } = ask({ kind: 'story', ref: late.ref })!;
    assert.deepEqual([suspended, awaits[0]!.duration, awaits[0]!.from], [FOR_EVER, FOR_EVER, late.awaitsSince]);
  });

  it('are waited for in vain', () => {
    const [outermost] = ask({ kind: 'waiting' });
    assert.deepEqual(
      [outermost!.name, outermost!.longest, outermost!.branches[0]!.longest],
      ['the module main.mjs', FOR_EVER, FOR_EVER],
    );
  });

  it('are told in the code, with the moment since when', () => {
    const { start, awaitsSince } = tasksOf('pass').at(-1)!;
    assert.deepEqual(lensesAndNotes(file), [
      ['pass', 1, start, true],
      ["once(door, 'open')", 1, awaitsSince, true],
      ["pass('late')", 1, awaitsSinceOf('module main.mjs'), true],
    ]);
  });

  it('are drawn as such', () => {
    const states = statesOf(file);
    assert.equal(states.filter(it => it === 'unended').length, 2);
  });

  it('are suspended so far while the recording grows', async () => {
    const growing = join(folder, 'growing.asynclens');
    const bytes = await readFile(path);
    await writeFile(growing, bytes);
    let news = (): void => undefined;
    const told = new Promise<void>(resolve => (news = resolve));
    const live = new RecordingFile(growing, 'growing', () => news());
    const read = live.read();
    await told;
    assert.ok(tasksOf('pass', live).at(-1)!.duration < FOR_EVER);
    assert.ok(!statesOf(live).includes('unended'));
    assert.ok(lensesAndNotes(live).every(([, , , isOver]) => !isOver));
    live.end();
    await read;
    assert.equal(tasksOf('pass', live).at(-1)!.duration, FOR_EVER);
  });

  it('may have ended since, where the process ran on without the recording', () => {
    const [{ stream }] = workersAtAGate().threads as [Thread];
    const durations = (exitCode: number | undefined) => {
      const thread = threadOf({ ...stream, end: { exitCode, written: 1, dropped: 0 } });
      const recording = new Recording([thread], [], 'complete');
      return (answer(recording, { kind: 'waiting' }) as Answers['waiting']).map(({ longest }) => longest === FOR_EVER);
    };
    assert.deepEqual([durations(0), durations(undefined)], [[true, true], [false, false]]);
  });

  const awaitsSinceOf = (name: string) => tasksOf(name).at(-1)!.awaitsSince;

  /** What has not ended, and since when, besides the module. */
  function lensesAndNotes(of: RecordingFile) {
    const sites = askOf(of, { kind: 'code', file: join(folder, 'main.mjs'), text: PROGRAM });
    return sites
      .filter(({ kind, pending }) => kind !== 'module' && pending > 0)
      .sort((a, b) => a.line - b.line)
      .map(({ name, pending, pendingSince, isOver }) => [name, pending, pendingSince, isOver] as const);
  }

  function statesOf(of: RecordingFile) {
    const groups = askOf(of, { kind: 'lanes', filter: ALL_TASKS }).filter(({ site }) => site !== 0);
    const lanes = groups.map(({ thread, site }) => ({ thread, site, lane: 0 }));
    const { duration: until } = askOf(of, { kind: 'overview' });
    const { state } = askOf(of, { kind: 'spans', lanes, filter: ALL_TASKS, window: { from: 0, until }, pixels: 1000 });
    return Array.from(state, it => SPAN_STATES[it]!);
  }
});
