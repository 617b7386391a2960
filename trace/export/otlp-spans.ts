/** Tasks as spans of OpenTelemetry. */

import { hash64 } from '../../shared/trace/hash.ts';
import { reasonInWords } from '../../shared/trace/reason.ts';
import type { Site } from '../../shared/trace/site.ts';
import type { Ticks } from '../graph.ts';
import { OUTCOMES } from '../graph/tasks.ts';
import type { Thread } from '../thread.ts';
import { reasonOf } from '../rejections.ts';
import { Causes } from '../waits-on.ts';
import { awaitedTasks, parentOf } from './flows.ts';
import { labelOf } from './names.ts';
import { attribute, type OtlpAttribute } from './otlp-attributes.ts';

/** Times are nanoseconds since 1970, as texts; ids are hexadecimal. */
export interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly OtlpAttribute[];
  readonly events: readonly { timeUnixNano: string; name: string; attributes: readonly OtlpAttribute[] }[];
  readonly droppedEventsCount: number;
  readonly links: readonly { traceId: string; spanId: string }[];
  readonly droppedLinksCount: number;
  readonly status: { readonly code?: number; readonly message?: string };
}

const INTERNAL = 1;
const ERROR = 2;
/** What OpenTelemetry allows by default. */
const MOST_EVENTS = 128;
const MOST_LINKS = 128;
const NANOSECONDS_PER_TICK = 100;

export class Spans {
  readonly #thread: Thread;
  readonly #causes: Causes;
  /** 16 hexadecimal digits that no other thread has. */
  readonly #prefix: string;
  /** By row: that of the task at the top, whose trace it belongs to. Tasks come behind those that start them. */
  readonly #roots: Int32Array;

  constructor(thread: Thread) {
    this.#thread = thread;
    const { graph, stream } = thread;
    const { pid, thread: number, startedAt } = stream.info;
    this.#causes = new Causes(graph);
    this.#prefix = hash64([pid, number, startedAt].join());
    this.#roots = new Int32Array(graph.tables.tasks.end);
    for (let task = 1; task < this.#roots.length; task++) {
      const parent = parentOf(graph, task);
      this.#roots[task] = parent === 0 ? task : this.#roots[parent]!;
    }
  }

  *all(): Generator<OtlpSpan> {
    for (let task = 1; task < this.#roots.length; task++) yield this.#span(task);
  }

  #span(task: number): OtlpSpan {
    const { graph } = this.#thread;
    const { tasks } = graph.tables;
    const parent = parentOf(graph, task);
    const site = graph.sites.get(tasks.site[task]!);
    const events = this.#events(task);
    const links = this.#links(task);
    return {
      ...this.#idsOf(task),
      ...(parent === 0 ? {} : { parentSpanId: this.#idsOf(parent).spanId }),
      name: labelOf(site),
      kind: INTERNAL,
      startTimeUnixNano: this.#time(tasks.startedAt[task]!),
      endTimeUnixNano: this.#time(Math.min(tasks.endedAt[task]!, graph.until)),
      attributes: [...placeOf(site), ...this.#statesOf(task)],
      events: events.slice(0, MOST_EVENTS),
      droppedEventsCount: Math.max(0, events.length - MOST_EVENTS),
      links: links.slice(0, MOST_LINKS),
      droppedLinksCount: Math.max(0, links.length - MOST_LINKS),
      status: this.#statusOf(task),
    };
  }

  #events(task: number): OtlpSpan['events'] {
    const { awaits, tasks } = this.#thread.graph.tables;
    const { sites, until: now } = this.#thread.graph;
    return awaits.listUpTo(tasks.lastAwait[task]!).map(row => {
      const site = sites.get(awaits.site[row]!);
      const duration = Math.min(awaits.until[row]!, now) - awaits.from[row]!;
      return {
        timeUnixNano: this.#time(awaits.from[row]!),
        name: `${site?.kind ?? 'await'} ${labelOf(site)}`,
        attributes: [...lineOf(site), attribute('asynclens.suspended_ns', duration * NANOSECONDS_PER_TICK)],
      };
    });
  }

  #links(task: number): OtlpSpan['links'] {
    const { graph } = this.#thread;
    const { awaits, tasks } = graph.tables;
    const awaited = awaits
      .listUpTo(tasks.lastAwait[task]!)
      .flatMap(row => awaitedTasks(this.#causes, awaits.on[row]!))
      .map(id => tasks.find(id))
      .filter(row => parentOf(graph, row) !== task);
    return Array.from(new Set(awaited), row => this.#idsOf(row));
  }

  #statesOf(task: number): OtlpAttribute[] {
    const { tasks } = this.#thread.graph.tables;
    return [
      attribute('thread.id', this.#thread.stream.info.thread),
      attribute('asynclens.outcome', OUTCOMES[tasks.outcome[task]!]!),
      attribute('asynclens.running_ns', tasks.ran[task]! * NANOSECONDS_PER_TICK),
      attribute('asynclens.ready_ns', tasks.waited[task]! * NANOSECONDS_PER_TICK),
    ];
  }

  #statusOf(task: number): OtlpSpan['status'] {
    const { graph } = this.#thread;
    const { id, outcome } = graph.tables.tasks;
    if (OUTCOMES[outcome[task]!] !== 'rejected') return {};
    const reason = reasonOf(graph, id[task]!);
    return { code: ERROR, ...(reason !== undefined && { message: reasonInWords(reason) }) };
  }

  #idsOf(task: number): { traceId: string; spanId: string } {
    const { id } = this.#thread.graph.tables.tasks;
    return {
      traceId: this.#prefix + hex(id[this.#roots[task]!]!, 16),
      spanId: this.#prefix.slice(0, 8) + hex(id[task]!, 8),
    };
  }

  #time(at: Ticks): string {
    // More digits than a number has.
    const started = BigInt(Math.round(this.#thread.stream.info.startedAt * 1000)) * 1000n;
    return String(started + BigInt(Math.round(at * NANOSECONDS_PER_TICK)));
  }
}

function placeOf(site: Site | undefined): OtlpAttribute[] {
  if (site === undefined) return [];
  return [attribute('code.function.name', labelOf(site)), attribute('code.file.path', site.file), ...lineOf(site)];
}

/** OpenTelemetry counts lines and columns from 1 on. */
const lineOf = (site: Site | undefined): OtlpAttribute[] =>
  site === undefined
    ? []
    : [attribute('code.line.number', site.line + 1), attribute('code.column.number', site.character + 1)];

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
