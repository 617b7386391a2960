/** A listener gets what programs record while they run, and programs do not care whether there is one. */

import assert from 'node:assert/strict';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import { EVENT_INTS, EventType } from '../../shared/trace/events.ts';
import type { Segment, Stream } from '../../shared/trace/recording.ts';
import { INVITATION_FILE, invitationFrom, TOKEN_LENGTH } from '../../shared/trace/rendezvous.ts';
import type { Receiver } from '../../trace-host/connection.ts';
import { makeRunFolder, removeRunFolder, runFolderOf } from '../../trace-host/run-folder.ts';
import { link } from '../../trace/link.ts';
import { Audience } from './audience.ts';
import { describeGraph } from './describe.ts';
import { NODES } from './nodes.ts';
import { run, SHIM } from './record.ts';

const WAITING = 'test/trace/waiting.cjs';

/** Awaits that are more to record than any queue holds. */
const MANY = 500_000;

const LOOK_AROUND = `
  const see = () => [process.getActiveResourcesInfo(), process._getActiveHandles().length];
  const first = see();
  setImmediate(() => console.log(JSON.stringify([first, see()])));
`;

const NO_TOKEN = 'x'.repeat(TOKEN_LENGTH);

const ENDINGS: Readonly<Record<string, [code: string, exitCode: number]>> = {
  'by itself': ['', 0],
  'by process.exit': ['process.exit(3)', 3],
  'by an exception': ['throw new Error("x")', 1],
  'by a rejection': ['Promise.reject(new Error("x"))', 1],
};

type Waiting = ChildProcessByStdio<Writable, Readable, null>;

/** Written events, and those that are missing. */
function countEvents({ segments }: Stream): { written: number; dropped: number } {
  let [written, dropped] = [0, 0];
  for (const { events } of segments.flatMap(({ chunks }) => chunks)) {
    for (let at = 0; at < events.length; at += EVENT_INTS) {
      if (events[at]! >>> 27 === EventType.Dropped) dropped += events[at + 1]!;
      else written++;
    }
  }
  return { written, dropped };
}

for (const node of NODES) {
  describe(`a live recording on Node ${node.version}`, () => {
    let folder: string;
    beforeEach(async () => void (folder = await makeRunFolder()));
    afterEach(() => removeRunFolder(folder));

    const environment = () => tracedEnvironment(process.env, SHIM, { rendezvous: folder });
    const script = async (code: string) => run(await node.path(), ['-e', code], environment());

    /** Starts a program that runs until its input ends, after `awaits`. */
    async function waiting(awaits = 0): Promise<Waiting> {
      const child = spawn(await node.path(), [WAITING, String(awaits)], {
        env: environment(),
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      return child;
    }
    async function ended(child: Waiting): Promise<void> {
      child.stdin.end();
      assert.deepEqual(await once(child, 'close'), [0, null]);
    }

    it('has a stream for each thread', async () => {
      const audience = await Audience.open(folder);
      await run(await node.path(), ['test/trace/edges/worker.mjs'], environment());
      await audience.until(({ left }) => left === 2);
      const inWorker = audience.streams.find(({ info }) => info.thread !== 0)!;
      assert.deepEqual(describeGraph(link(inWorker), 'worker.mjs').slice(0, 2), ['module: by program', '  8 → work']);
      assert.deepEqual(audience.damages, []);
      await audience.close();
    });

    for (const [how, [code, exitCode]] of Object.entries(ENDINGS)) {
      it(`is whole when the program ends ${how}`, async () => {
        const audience = await Audience.open(folder);
        await script(`for (let i = 0; i < 9000; i++) Promise.resolve(i); ${code}`);
        await audience.until(({ left }) => left === 1);
        const [stream] = audience.streams as [Stream];
        assert.equal(stream.end?.exitCode, exitCode);
        assert.deepEqual(countEvents(stream), { written: stream.end.written, dropped: 0 });
        assert.ok(stream.end.written >= 9000);
        await audience.close();
      });
    }

    it('says what is missing when nobody reads for long, and which tasks are alive then', async () => {
      const slow = await slowListener(folder);
      const child = await waiting(MANY);
      const audience = new Audience();
      await slow.readInto(audience.join());
      await ended(child);
      await audience.until(({ left }) => left === 1);
      const [{ segments, sites, end }] = audience.streams as [Stream];
      assert.ok(end!.dropped > 0);
      assert.deepEqual(countEvents(audience.streams[0]!), { written: end!.written, dropped: end!.dropped });
      const [{ alive }] = segments.filter(({ continues }) => !continues).slice(1) as [Segment];
      assert.deepEqual(alive?.map(({ site }) => sites.get(site)?.name)[0], 'wait');
      slow.close();
    });

    it('lets the program end when nobody reads', async () => {
      const slow = await slowListener(folder);
      const { code, stdout, stderr } = await run(await node.path(), [WAITING, String(MANY)], environment());
      assert.deepEqual([code, stdout, stderr], [0, 'ready\n', '']);
      slow.close();
    });

    it('is joined while the program waits', async () => {
      const child = await waiting();
      const audience = await Audience.open(folder);
      await audience.until(({ streams }) => streams[0]?.segments.length === 1);
      const [{ segments, sites }] = audience.streams as [Stream];
      assert.deepEqual(
        segments[0]!.alive!.map(({ site, awaitSite }) => [sites.get(site)?.name, sites.get(awaitSite)?.line]),
        [['wait', 2]],
      );
      await ended(child);
      await audience.until(({ left }) => left === 1);
      assert.equal(audience.streams[0]!.end?.exitCode, 0);
      await audience.close();
    });

    it('goes on with another listener when one has left', async () => {
      const first = await Audience.open(folder);
      const child = await waiting();
      await first.until(({ streams }) => streams.length === 1);
      await first.close();
      const second = await Audience.open(folder);
      await second.until(({ streams }) => streams.length === 1);
      await ended(child);
      await second.until(({ left }) => left === 1);
      assert.equal(second.streams[0]!.end?.exitCode, 0);
      assert.deepEqual(second.damages, []);
      await second.close();
    });

    it('does not show what it is sent by', async () => {
      const withNobody = await script(LOOK_AROUND);
      writeFileSync(join(folder, INVITATION_FILE), JSON.stringify({ socket: join(folder, 'gone'), token: NO_TOKEN }));
      assert.deepEqual(await script(LOOK_AROUND), withNobody);
      const audience = await Audience.open(folder);
      assert.deepEqual(await script(LOOK_AROUND), withNobody);
      assert.equal(audience.readers.length, 1);
      await audience.close();
    });

    it('is found by the number of a process', async () => {
      const child = await waiting();
      assert.equal(await runFolderOf(child.pid!), folder);
      await ended(child);
      assert.equal(await runFolderOf(child.pid!), undefined);
    });
  });
}

describe('a listener', () => {
  let folder: string;
  beforeEach(async () => void (folder = await makeRunFolder()));
  afterEach(() => removeRunFolder(folder));

  const invitation = () => invitationFrom(readFileSync(join(folder, INVITATION_FILE), 'utf8'))!;

  it('tells its token to nobody but the user', async () => {
    const audience = await Audience.open(folder);
    assert.equal(statSync(join(folder, INVITATION_FILE)).mode & 0o777, 0o600);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    await audience.close();
  });

  it('refuses those who do not know the token', async () => {
    const audience = await Audience.open(folder);
    connect(invitation().socket).end('y'.repeat(TOKEN_LENGTH + 100));
    await audience.until(({ refusals }) => refusals.length > 0);
    assert.deepEqual(audience.refusals, ['A program has connected without the token.']);
    assert.equal(audience.readers.length, 0);
    await audience.close();
  });

  it('refuses what it cannot understand', async () => {
    const audience = await Audience.open(folder);
    const { socket, token } = invitation();
    connect(socket).end(`${token}What is this?`);
    await audience.until(({ refusals }) => refusals.length > 0);
    assert.match(audience.refusals[0]!, /^This is no recording of Asynclens/);
    await audience.close();
  });

  it('is alone, but for one that was killed', async () => {
    const audience = await Audience.open(folder);
    await assert.rejects(Audience.open(folder), /^Error: Another listener reads .* Close it first\.$/);
    await audience.close();
    writeFileSync(join(folder, INVITATION_FILE), JSON.stringify({ socket: join(folder, 'x'), token: NO_TOKEN }));
    const next = await Audience.open(folder);
    await next.close();
  });
});

/** One that accepts whoever comes, and does not read until it is told to. */
async function slowListener(folder: string) {
  const socket = join(folder, 'slow');
  const server = createServer({ pauseOnConnect: true }).listen(socket);
  await once(server, 'listening');
  const connected = once(server, 'connection') as Promise<[Socket]>;
  writeFileSync(join(folder, INVITATION_FILE), JSON.stringify({ socket, token: NO_TOKEN }));
  return {
    close: () => server.close(),
    async readInto(receiver: Receiver): Promise<void> {
      const [connection] = await connected;
      connection.once('data', first => {
        receiver.push(first.subarray(TOKEN_LENGTH));
        connection.on('data', bytes => receiver.push(bytes));
      });
      connection.on('close', () => receiver.end());
      connection.resume();
    },
  };
}
