/**
 * A recording written by hand: `main` starts seven workers, who wait at a gate that nobody opens, and for one of them.
 */

import { Recording } from '../../store/recording.ts';
import { on, siteAt, streamOf, type Event } from './events.ts';
import { threadOf } from './threads.ts';

const MAIN = 1;
const WORKERS = [2, 3, 4, 5, 6, 7, 8];
const GATE = 100;

/** Ticks: the events of a worker are a millisecond after those of the one before. */
const at = (ms: number): number => ms * 10_000;

const worker = (id: number): Event[] => [
  on.start(2, id, MAIN, at(id)),
  on.await(4, id, GATE, at(id)),
];

/** Between the workers and the end, `slow` keeps the event loop for 20 ms, and three events are lost. */
export function workersAtAGate(): Recording {
  const stream = streamOf(
    [
      siteAt(1, 'function', 'main'),
      siteAt(2, 'function', 'work'),
      siteAt(3, 'await', 'first', 1),
      siteAt(4, 'await', 'gate', 2),
    ],
    {
      alive: [],
      events: [
        on.start(1, MAIN, 0, at(1)),
        on.promise(0, GATE, MAIN),
        ...WORKERS.flatMap(worker),
        on.await(3, MAIN, 2, at(9)),
        on.block(1, MAIN, at(20), at(30)),
        on.dropped(0, 3),
      ],
    },
  );
  const frames = [
    { name: 'Atomics.wait', file: '', line: 0, character: 0 },
    { name: 'slow', file: '/app/slow.ts', line: 4, character: 2 },
    { name: 'main', file: '/app/app.ts', line: 0, character: 0 },
  ];
  return new Recording([threadOf({ ...stream, stacks: new Map([[1, frames]]) })], [], 'complete');
}
