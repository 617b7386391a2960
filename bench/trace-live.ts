// How long after an event in a program its listener has it.
//   node out/bench/trace-live.js [--node 24]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { obtainNode } from '../scripts/node-versions.ts';
import { tracedEnvironment } from '../shared/trace/environment.ts';
import { EVENT_INTS, EventType, TICKS_PER_MS } from '../shared/trace/events.ts';
import { RecordingReader } from '../shared/trace/recording.ts';
import { TraceListener } from '../trace-host/listener.ts';
import { makeRunFolder, removeRunFolder } from '../trace-host/run-folder.ts';
import { table } from './table.ts';

const { values } = parseArgs({ options: { node: { type: 'string', default: '24' } } });

const WORKLOADS = ['steady', 'http'];

const rows: string[][] = [];
for (const workload of WORKLOADS) {
  const delays = (await delaysOf(workload)).sort((a, b) => a - b);
  const at = (share: number) => `${delays[Math.floor((delays.length - 1) * share)]!.toFixed(0)} ms`;
  rows.push([workload, String(delays.length), at(0.5), at(0.95), at(1)]);
}
console.log(table(['event to listener', 'tasks', 'median', 'p95', 'longest'], rows));

/** Milliseconds from the start of each task to the moment when it is read here. */
async function delaysOf(workload: string): Promise<number[]> {
  const folder = await makeRunFolder();
  const delays: number[] = [];
  const reader = new RecordingReader(() => {
    throw new Error('What is sent is not compressed.');
  });
  let read = 0;
  const listener = await TraceListener.open(folder, {
    joined: () => ({
      push(bytes) {
        reader.push(bytes);
        const now = performance.timeOrigin + performance.now();
        const chunks = reader.streams.flatMap(it => it.segments.flatMap(segment => segment.chunks));
        for (const { base, events } of chunks.slice(read)) {
          const from = reader.streams[0]!.info.startedAt;
          for (const clock of startsIn(events)) delays.push(now - from - (base + clock) / TICKS_PER_MS);
        }
        read = chunks.length;
      },
      end: () => reader.end(),
    }),
    refused: reason => console.log(reason),
  });
  const env = tracedEnvironment(process.env, resolve('dist/shim.cjs'), { rendezvous: folder });
  const node = await obtainNode(Number(values.node));
  await once(spawn(node, [`bench/trace/${workload}.cjs`], { env, stdio: 'ignore' }), 'close');
  await listener.close();
  await removeRunFolder(folder);
  return delays;
}

/** The clocks of tasks that begin. */
function startsIn(events: Int32Array): number[] {
  const clocks: number[] = [];
  for (let at = 0; at < events.length; at += EVENT_INTS) {
    if (events[at]! >>> 27 === EventType.TaskStart) clocks.push(events[at + 3]!);
  }
  return clocks;
}
