/** A recorded program ends whatever a debugger does, and what the debugger stops is no block. */

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { readRecording } from '../../cli/trace/read.ts';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import { culpritIn } from '../../trace/blocks.ts';
import { link } from '../../trace/link.ts';
import { Debugger, type Place, type Threads } from './debugger.ts';
import { nameOf } from './describe.ts';
import { NODES } from './nodes.ts';
import { SHIM } from './record.ts';

/** Says `invited`, and goes on when somebody calls `come`. */
const PROGRAM = resolve('test/trace/debuggers/party.mjs');
const RETURN: Place = { urlRegex: String.raw`party\.mjs$`, lineNumber: 7 };

/** Of what blocks for so many milliseconds, it would be told. */
const THRESHOLD = 5;

const OPENINGS = {
  'that it was started with': ['--inspect-brk=0'],
  'that it asks for': ['--require', resolve('test/trace/debuggers/opens.cjs')],
  'that comes later': ['--inspect-port=0'],
} as const;

type Opening = keyof typeof OPENINGS;

const ENDINGS = {
  'lets it go on': async (it: Debugger) => void (await it.goOn()),
  'leaves it there': (it: Debugger) => it.leave(),
} as const;

describe('a debugger', () => {
  const folder = mkdtempSync(join(tmpdir(), 'asynclens-'));
  const started: ChildProcess[] = [];
  afterEach(() => started.splice(0).forEach(child => child.kill('SIGKILL')));
  after(() => rmSync(folder, { recursive: true }));

  /** The debugger of a program that stands still at `RETURN`. */
  async function stoppedProgram(node: string, opening: Opening, threads: Threads) {
    const file = join(mkdtempSync(join(folder, 'run-')), 'recording');
    const env = tracedEnvironment(process.env, SHIM, { file, blockThreshold: THRESHOLD }) as NodeJS.ProcessEnv;
    const program = spawn(node, [...OPENINGS[opening], PROGRAM], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    started.push(program);
    const ended = once(program, 'exit');
    const invited = said(program.stdout, /invited/);
    const opened = said(program.stderr, /ws:\/\/\S+/);
    if (opening === 'that comes later') {
      await invited;
      program.kill('SIGUSR1');
    }
    const debug = await Debugger.attach(await opened, threads, RETURN);
    await invited;
    await debug.evaluate('come()');
    await debug.stopped;
    return { debug, ended, file };
  }

  for (const node of NODES) {
    // Node itself starts a thread there, for the loader, and would wait for that.
    const threads: Threads = node.isModern ? 'stay at their first line' : 'go on';
    for (const opening of Object.keys(OPENINGS) as Opening[]) {
      for (const [end, act] of Object.entries(ENDINGS)) {
        it(`${opening} stops a program and ${end}, on Node ${node.version}`, async () => {
          const { debug, ended, file } = await stoppedProgram(await node.path(), opening, threads);
          // However fast this is: the program stands still for as long as a block takes.
          await debug.evaluate(`{ const end = Date.now() + ${2 * THRESHOLD}; while (Date.now() < end); }`);
          await act(debug);
          assert.deepEqual(await ended, [0, null]);
          // A thread that was there before is about to end.
          if (node.isModern && opening === 'that it was started with') assert.equal(debug.threads, 0);
          const graph = link((await readRecording(file)).streams[0]!);
          assert.ok([...graph.tasks.values()].some(task => nameOf(graph, task) === 'party'));
          const there = graph.blocks.filter(({ stack }) => culpritIn(stack)?.line === RETURN.lineNumber);
          assert.deepEqual(there, []);
        });
      }
    }
  }
});

/** What a stream says that is like `pattern`; reads on until its end. */
function said(stream: Readable, pattern: RegExp): Promise<string> {
  let text = '';
  return new Promise((found, failed) => {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const [match] = pattern.exec(text) ?? [];
      if (match !== undefined) found(match);
    });
    stream.on('end', () => failed(new Error(`Nothing like ${String(pattern)} was said, but: ${text}`)));
  });
}
