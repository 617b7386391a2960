import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import {
  commands,
  debug,
  Location,
  Position,
  SourceBreakpoint,
  type DebugConfiguration,
  type DebugSession,
  type Uri,
} from 'vscode';
import { RecordingReader } from '../../shared/trace/recording.ts';
import { settingsFrom, SETTINGS_VARIABLE, type TraceSettings } from '../../shared/trace/settings.ts';
import { projects } from './project.ts';
import { setting } from './settings.ts';
import { findings, squigglesAre, until } from './squiggles.ts';

const PROGRAM = [
  'const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));',
  'async function step(n) {',
  '  await sleep(1);',
  '  return n + 1;',
  '}',
  'await step(1);',
  '',
].join('\n');

describe('tracing', () => {
  const project = projects();

  it('runs the file in the editor, and records its tasks', async () => {
    const { open } = await project({ 'main.mjs': PROGRAM });
    await open('main.mjs');
    const ended = nextEnd();
    await commands.executeCommand('asynclens.traceFile');
    assert.deepEqual(await functionsIn((await ended).configuration), ['module', 'step']);
  });

  it('records the programs that an npm script starts', async () => {
    const manifest = JSON.stringify({ scripts: { start: 'node main.mjs' } });
    const { uri } = await project({ 'main.mjs': PROGRAM, 'package.json': manifest });
    const ended = nextEnd();
    await commands.executeCommand('asynclens.traceScript', { manifest: uri('package.json'), script: 'start' });
    assert.deepEqual(await functionsIn((await ended).configuration), ['module', 'step']);
  });

  it('joins any launch configuration, in which breakpoints stop where they are', async () => {
    const { uri } = await project({ 'main.mjs': PROGRAM });
    const program = uri('main.mjs');
    const launch = { type: 'node', request: 'launch', name: 'any', program: program.fsPath, asyncTrace: true };
    const breakpoint = new SourceBreakpoint(new Location(program, new Position(3, 0)));
    const stopped = nextStop();
    const ended = nextEnd();
    debug.addBreakpoints([breakpoint]);
    try {
      await debug.startDebugging(undefined, launch);
      const { session, thread } = await stopped;
      assert.equal(await lineOfTop(session, thread, program), 4);
      await session.customRequest('continue', { threadId: thread });
      assert.deepEqual(await functionsIn((await ended).configuration), ['module', 'step']);
    } finally {
      debug.removeBreakpoints([breakpoint]);
    }
  });

  it('tells of a finding what was seen of it', async () => {
    const program = `${PROGRAM}step(2);\nexport {};\n`;
    const { open } = await project({ 'package.json': '{}', 'main.mjs': program });
    const document = await open('main.mjs');
    await squigglesAre(document, ['step(2);']);
    await commands.executeCommand('asynclens.traceFile');
    const seen = () => findings(document.uri)[0]?.relatedInformation?.map(({ message }) => message) ?? [];
    await until(() => seen().includes('In the last run: dropped 1×.'));
    assert.equal(seen()[0], 'In the last run: dropped 1×.');
  });

  it('keeps for the next run what it found out of the code, samples and looks into packages as settings say', async () => {
    const { open } = await project({ 'main.mjs': PROGRAM });
    await open('main.mjs');
    await setting('asynclens.sampleAbove', 1234);
    await setting('asynclens.tracedPackages', ['vite']);
    const ended = nextEnd();
    await commands.executeCommand('asynclens.traceFile');
    const { plans, sampleAbove, packages } = settingsOf((await ended).configuration)!;
    assert.deepEqual([sampleAbove, packages], [1234, ['vite']]);
    assert.ok((await readdir(plans!)).length > 0);
  });

  it('leaves launches alone that did not ask for it', async () => {
    const { uri } = await project({ 'main.mjs': PROGRAM });
    const ended = nextEnd();
    const launch = { type: 'node', request: 'launch', name: 'plain', program: uri('main.mjs').fsPath };
    await debug.startDebugging(undefined, launch, { noDebug: true });
    assert.equal(recordingOf((await ended).configuration), undefined);
  });
});

/** The next session that ends, of those that somebody started. */
const nextEnd = (): Promise<DebugSession> =>
  new Promise(resolve => {
    const listener = debug.onDidTerminateDebugSession(session => {
      if (session.parentSession !== undefined) return;
      listener.dispose();
      resolve(session);
    });
  });

interface Stop {
  readonly session: DebugSession;
  readonly thread: number;
}

/** The next time that a program stops at a breakpoint. */
const nextStop = (): Promise<Stop> =>
  new Promise(resolve => {
    const registered = debug.registerDebugAdapterTrackerFactory('*', {
      createDebugAdapterTracker: session => ({
        onDidSendMessage: (message: { readonly event?: string; readonly body?: { readonly threadId: number } }) => {
          if (message.event !== 'stopped') return;
          registered.dispose();
          resolve({ session, thread: message.body!.threadId });
        },
      }),
    });
  });

/** 1-based. */
async function lineOfTop(session: DebugSession, threadId: number, file: Uri): Promise<number> {
  const trace = (await session.customRequest('stackTrace', { threadId, levels: 1 })) as {
    readonly stackFrames: readonly { readonly line: number; readonly source: { readonly path: string } }[];
  };
  const [top] = trace.stackFrames;
  assert.ok(top!.source.path.endsWith(file.path), top!.source.path);
  return top!.line;
}

const settingsOf = ({ env }: DebugConfiguration): TraceSettings | undefined =>
  settingsFrom((env as Record<string, string> | undefined)?.[SETTINGS_VARIABLE]);

const recordingOf = (configuration: DebugConfiguration): string | undefined => settingsOf(configuration)?.file;

/** The names of the functions in a session's recording. */
async function functionsIn(configuration: DebugConfiguration): Promise<string[]> {
  const reader = new RecordingReader((_, stored) => inflateRawSync(stored));
  reader.push(await readFile(recordingOf(configuration)!));
  reader.end();
  const sites = reader.streams.flatMap(({ sites }) => [...sites.values()]);
  return sites.filter(({ kind }) => kind === 'function' || kind === 'module').map(it => it.name || it.kind).sort();
}
