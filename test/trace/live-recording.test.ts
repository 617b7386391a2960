/** What is told of a program while it runs, to those who join it. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import { ALL_TASKS } from '../../shared/panel/tasks.ts';
import { sites } from '../../store/answers/sites.ts';
import { LiveRecording } from '../../store/live-recording.ts';
import { RecordingFile } from '../../store/recording-file.ts';
import type { TraceSettings } from '../../shared/trace/settings.ts';
import { makeRunFolder, recordedProcesses, removeRunFolder } from '../../trace-host/run-folder.ts';
import { NODES } from './nodes.ts';
import { SHIM } from './record.ts';

/** Runs a task for each line that it is given, and says so. */
const PROGRAM = `
  async function work(line) { await null; }
  require('node:readline').createInterface({ input: process.stdin }).on('line', async line => {
    await work(line);
    console.log(line);
  });
  console.log('ready');`;

const NODE = NODES.find(({ isModern }) => isModern)!;

describe('a run that somebody joins', () => {
  let folder: string;
  beforeEach(async () => void (folder = await makeRunFolder()));
  afterEach(() => removeRunFolder(folder));

  async function start(settings: TraceSettings = { rendezvous: folder }) {
    const env = tracedEnvironment(process.env, SHIM, settings);
    const program = join(folder, 'program.cjs');
    writeFileSync(program, PROGRAM);
    const child = spawn(await NODE.path(), [program, 'argument'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    return child;
  }

  it('is found by its processes, with their arguments', async () => {
    const child = await start();
    const found = (await recordedProcesses()).filter(it => it.folder === folder);
    assert.deepEqual(found.map(({ pid }) => pid), [child.pid]);
    assert.deepEqual(found.map(({ argv }) => argv.slice(1)), [[join(folder, 'program.cjs'), 'argument']]);
    assert.equal(realpathSync(found[0]!.argv[0]!), realpathSync(await NODE.path()));
    child.stdin.end();
    await once(child, 'close');
    assert.deepEqual((await recordedProcesses()).filter(it => it.folder === folder), []);
  });

  it('is told until its last process has ended', async () => {
    const child = await start();
    const recording: LiveRecording = new LiveRecording(folder, () => {
      // Once it is heard of, it does something.
      if (recording.recording.threads.length > 0) child.stdin.end('one\ntwo\n');
    });
    await recording.read();
    const rows = sites(recording.recording, ALL_TASKS, { by: 'name', descending: false });
    assert.equal(rows.find(({ name }) => name === 'work')?.count, 2);
    const { progress, damages } = recording.recording;
    assert.deepEqual({ progress, damages }, { progress: 'complete', damages: [] });
  });

  it('is told until nobody wants to hear more, and goes on', async () => {
    const child = await start();
    const recording: LiveRecording = new LiveRecording(folder, () => recording.end());
    await recording.read();
    child.stdin.write('three\n');
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    assert.equal(String(said), 'three\n');
    child.stdin.end();
    assert.deepEqual(await once(child, 'close'), [0, null]);
  });

  it('has one listener at a time', async () => {
    const child = await start();
    let refused: Promise<void> | undefined;
    const recording: LiveRecording = new LiveRecording(folder, () => {
      refused ??= assert.rejects(new LiveRecording(folder, () => undefined).read(), /^Error: Another listener reads/);
      refused.finally(() => recording.end()).catch(() => undefined);
    });
    await recording.read();
    await refused;
    child.stdin.end();
    await once(child, 'close');
  });

  it('is followed in its file, until the process ends that writes it', async () => {
    const file = join(folder, 'run.asynclens');
    const child = await start({ file });
    const found: RecordingFile = new RecordingFile(file, 'found', () => {
      if (found.recording.progress === 'live') child.stdin.end('one\ntwo\n');
    });
    await found.read();
    const rows = sites(found.recording, ALL_TASKS, { by: 'name', descending: false });
    assert.equal(rows.find(({ name }) => name === 'work')?.count, 2);
    assert.equal(found.recording.progress, 'complete');
  });

  it('is read to its end when the process was killed', async () => {
    const file = join(folder, 'run.asynclens');
    const child = await start({ file });
    child.kill('SIGKILL');
    await once(child, 'close');
    const found = new RecordingFile(file, 'found', () => undefined);
    await found.read();
    assert.equal(found.recording.threads.length, 1);
    assert.equal(found.recording.progress, 'complete');
  });
});
