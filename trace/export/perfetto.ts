/**
 * Recordings for Perfetto (ui.perfetto.dev, trace_processor), in its own format.
 * Each thread has a track with the turns of its event loop, and below it one for each function, on which tasks lie that
 * run at once in as many rows as they need. Within a task lie its awaits, and within these the times in which it was
 * ready. Flows lead from tasks to those that they start, and from tasks to the awaits that wait for them.
 */

import type { Site } from '../../shared/trace/site.ts';
import type { Thread } from '../thread.ts';
import { baseName, labelOf } from './names.ts';
import { Message } from './protobuf.ts';
import { BEGINS_SEQUENCE, MERGE_BY_KEY, PACKET, PROCESS, THREAD, TRACE, TRACK } from './perfetto-schema.ts';
import { internedNames } from './perfetto-names.ts';
import { ThreadEvents } from './perfetto-events.ts';

/** Bytes of a file, piece by piece. */
export function* perfettoTrace(threads: readonly Thread[]): Generator<Uint8Array> {
  const started = Math.min(...threads.map(({ stream }) => stream.info.startedAt));
  const uuids = new Uuids();
  const processes = new Map<number, number>();
  for (const [at, thread] of threads.entries()) {
    const { pid, startedAt } = thread.stream.info;
    let process = processes.get(pid);
    if (process === undefined) {
      processes.set(pid, (process = uuids.next()));
      yield packet(processTrack(thread, process));
    }
    const track = uuids.next();
    const sequence = at + 1;
    yield packet(threadTrack(thread, track, process));
    yield packet(
      new Message()
        .uint(PACKET.sequence, sequence)
        .uint(PACKET.sequenceFlags, BEGINS_SEQUENCE)
        .message(PACKET.interned, internedNames(thread)),
    );
    const lanes = new Map<number, number[]>();
    for (const group of thread.lanes.groups.values()) {
      const tracks = group.last.map(() => uuids.next());
      lanes.set(group.site, tracks);
      const site = thread.graph.sites.get(group.site);
      for (const uuid of tracks) yield packet(laneTrack(site, group.site, uuid, track));
    }
    yield* new ThreadEvents(thread, { sequence, track, lanes, offset: (startedAt - started) * 1e6 }).pieces();
  }
}

class Uuids {
  #last = 0;

  next(): number {
    return ++this.#last;
  }
}

const packet = (content: Message): Uint8Array => new Message().message(TRACE.packet, content).bytes;

const trackPacket = (track: Message): Message => new Message().message(PACKET.track, track);

function processTrack({ stream: { info } }: Thread, uuid: number): Message {
  const process = new Message().uint(PROCESS.pid, info.pid).text(PROCESS.name, `node ${baseName(info.argv[1] ?? '')}`);
  for (const argument of info.argv) process.text(PROCESS.commandLine, argument);
  return trackPacket(new Message().uint(TRACK.uuid, uuid).message(TRACK.process, process));
}

function threadTrack({ stream: { info } }: Thread, uuid: number, parent: number): Message {
  const thread = new Message()
    .uint(THREAD.pid, info.pid)
    // Of other threads, the number that the system gives them is not known.
    .uint(THREAD.tid, info.thread === 0 ? info.pid : info.pid * 1000 + info.thread)
    .text(THREAD.name, info.thread === 0 ? 'main' : `worker ${info.thread}`);
  return trackPacket(new Message().uint(TRACK.uuid, uuid).uint(TRACK.parent, parent).message(TRACK.thread, thread));
}

const laneTrack = (site: Site | undefined, index: number, uuid: number, parent: number): Message =>
  trackPacket(
    new Message()
      .uint(TRACK.uuid, uuid)
      .uint(TRACK.parent, parent)
      .text(TRACK.name, labelOf(site))
      .uint(TRACK.siblingMerge, MERGE_BY_KEY)
      .uint(TRACK.siblingMergeKey, index),
  );
