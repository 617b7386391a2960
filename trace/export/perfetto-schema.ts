/** The part of Perfetto's schema that is written: numbers of fields, as trace_packet.proto and its like define them. */

export const TRACE = { packet: 1 } as const;

export const PACKET = {
  timestamp: 8,
  sequence: 10,
  event: 11,
  interned: 12,
  sequenceFlags: 13,
  track: 60,
} as const;

/** What is interned counts from this packet on. */
export const BEGINS_SEQUENCE = 1;
/** The packet speaks of what is interned. */
export const NEEDS_INTERNED = 2;

export const TRACK = {
  uuid: 1,
  name: 2,
  process: 3,
  thread: 4,
  parent: 5,
  siblingMerge: 15,
  siblingMergeKey: 17,
} as const;

/** Tracks below one parent are shown as one when their keys agree. */
export const MERGE_BY_KEY = 3;

export const PROCESS = { pid: 1, commandLine: 2, name: 6 } as const;
export const THREAD = { pid: 1, tid: 2, name: 5 } as const;

export const EVENT = {
  category: 3,
  annotation: 4,
  type: 9,
  name: 10,
  track: 11,
  source: 34,
  flow: 47,
  endOfFlow: 48,
} as const;

export const EVENT_TYPE = { begin: 1, end: 2, instant: 3 } as const;

export const INTERNED = { category: 1, eventName: 2, annotationName: 3, source: 4 } as const;
/** Names of events, categories and annotations alike. */
export const NAME = { iid: 1, text: 2 } as const;
export const SOURCE = { iid: 1, file: 2, function: 3, line: 4 } as const;
export const ANNOTATION = { name: 1, uint: 3, text: 6 } as const;
