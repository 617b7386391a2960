/** Events by hand, and streams of them. */

import type { LiveTask } from '../../shared/trace/checkpoint.ts';
import { EventType } from '../../shared/trace/events.ts';
import type { Site, SiteKind } from '../../shared/trace/site.ts';
import type { Stream } from '../../shared/trace/recording.ts';

export type Event = readonly [head: number, a: number, b: number, c: number];

const event =
  (type: EventType) =>
  (subject: number, a: number, b = 0, c = 0): Event => [(type << 27) | subject, a, b, c];

/** Operands as `EventType` names them: subject, a, b, c. */
export const on = {
  start: event(EventType.TaskStart),
  body: event(EventType.BodyStart),
  goOn: event(EventType.GeneratorResume),
  bodyEnd: event(EventType.BodyEnd),
  await: event(EventType.Await),
  return: event(EventType.Return),
  throw: event(EventType.Throw),
  settle: event(EventType.Settle),
  promise: event(EventType.Promise),
  then: event(EventType.Then),
  reaction: event(EventType.Reaction),
  follow: event(EventType.Follow),
  resource: event(EventType.Resource),
  callback: event(EventType.MacrotaskStart),
  callbackEnd: event(EventType.MacrotaskEnd),
  dropped: event(EventType.Dropped),
  block: event(EventType.Block),
};

/** A site in line `index` of app.ts, counted from 1 on. */
export const siteAt = (index: number, kind: SiteKind, name: string, owner = 0): [number, Site] => [
  index,
  { id: String(index), kind, file: '/app/app.ts', line: index - 1, character: 0, name, owner },
];

export interface Part {
  readonly alive?: readonly LiveTask[];
  readonly continues?: boolean;
  readonly events: readonly Event[];
}

/**
 * A stream of segments, each of one chunk whose clocks count from 0. Resources of type 1 are timers, of type 2 ticks.
 */
export const streamOf = (sites: readonly [number, Site][], ...parts: readonly Part[]): Stream => ({
  info: {
    pid: 1,
    thread: 0,
    node: 'v24.0.0',
    platform: 'linux',
    argv: ['node', 'app.ts'],
    cwd: '/app',
    startedAt: 1_700_000_000_000,
  },
  sites: new Map(sites),
  names: new Map([
    [1, 'Timeout'],
    [2, 'TickObject'],
  ]),
  skipped: [],
  stacks: new Map(),
  reasons: new Map(),
  segments: parts.map(({ alive, continues = false, events }) => ({
    alive,
    continues,
    chunks: [{ base: 0, events: Int32Array.from(events.flat()) }],
  })),
  end: undefined,
});
