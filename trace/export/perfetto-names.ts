/** Names that events of an exported thread speak of by number. */

import type { Thread } from '../thread.ts';
import { labelOf } from './names.ts';
import { Message } from './protobuf.ts';
import { INTERNED, NAME, SOURCE } from './perfetto-schema.ts';

export const CATEGORIES = { task: 1, await: 2, turn: 3 } as const;
export const ANNOTATIONS = { outcome: 1, task: 2, reason: 3 } as const;

/** Besides the sites, which are named by their indices: these lie behind them, since a site's index has 27 bits. */
const FIRST_OTHER = 1 << 28;
export const OTHER_NAMES = {
  unknown: FIRST_OTHER,
  ready: FIRST_OTHER + 1,
  start: FIRST_OTHER + 2,
  firstTurn: FIRST_OTHER + 3,
};
const FIRST_TYPE = FIRST_OTHER + 16;

/** For the name of a turn: `type` is the index of the resource's type. */
export const nameOfType = (type: number): number => FIRST_TYPE + type;

/** The texts that all packets of a thread refer to by number. */
export function internedNames({ stream, graph }: Thread): Message {
  const interned = new Message();
  const intern = (field: number, iid: number, text: string) =>
    interned.message(field, new Message().uint(NAME.iid, iid).text(NAME.text, text));
  for (const [text, iid] of Object.entries(CATEGORIES)) intern(INTERNED.category, iid, text);
  for (const [text, iid] of Object.entries(ANNOTATIONS)) intern(INTERNED.annotationName, iid, text);
  intern(INTERNED.eventName, OTHER_NAMES.unknown, 'unknown');
  intern(INTERNED.eventName, OTHER_NAMES.ready, 'ready');
  intern(INTERNED.eventName, OTHER_NAMES.start, 'start');
  intern(INTERNED.eventName, OTHER_NAMES.firstTurn, 'program');
  for (const [type, name] of stream.names) intern(INTERNED.eventName, nameOfType(type), name);
  for (const [index, site] of graph.sites) {
    const { kind, file, line, owner } = site;
    const isTask = kind === 'function' || kind === 'generator' || kind === 'module';
    const around = isTask ? site : graph.sites.get(owner);
    intern(INTERNED.eventName, index, isTask ? labelOf(site) : `${kind} ${labelOf(site)}`);
    interned.message(
      INTERNED.source,
      new Message()
        .uint(SOURCE.iid, index)
        .text(SOURCE.file, file)
        .text(SOURCE.function, labelOf(around))
        .uint(SOURCE.line, line + 1),
    );
  }
  return interned;
}
