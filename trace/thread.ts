/** All that is known of one thread, while its stream is read and after that. */

import type { EventChunk } from '../shared/trace/event-chunk.ts';
import type { Segment, SegmentSink, Stream } from '../shared/trace/recording.ts';
import type { Graph } from './graph.ts';
import { Linker } from './link.ts';
import type { Observer } from './link/observer.ts';
import { SiteTotals } from './sites/site-totals.ts';
import { Activity } from './timeline/activity.ts';
import { Lanes } from './timeline/lanes.ts';

export class Thread implements SegmentSink {
  readonly stream: Stream;
  readonly graph: Graph;
  readonly lanes: Lanes;
  readonly sites: SiteTotals;
  readonly activity = new Activity();
  readonly #linker: Linker;

  constructor(stream: Stream) {
    this.stream = stream;
    this.#linker = new Linker(stream, this.#observer());
    this.graph = this.#linker.graph;
    this.lanes = new Lanes(this.graph.tables);
    this.sites = new SiteTotals(this.graph);
  }

  begin(segment: Pick<Segment, 'alive' | 'continues'>): void {
    this.#linker.begin(segment);
  }

  take(chunk: EventChunk): void {
    this.#linker.take(chunk);
  }

  #observer(): Observer {
    return {
      taskStarted: task => {
        this.lanes.take(task);
        this.sites.taskStarted(task);
        this.activity.start(this.graph.tables.tasks.startedAt[task]!);
      },
      sliceEnded: (task, duration, caller) => this.sites.sliceEnded(task, duration, caller),
      taskResumed: suspension => {
        this.sites.taskResumed(suspension);
        const { until, readyAt } = this.graph.tables.awaits;
        this.activity.wait(until[suspension]!, until[suspension]! - readyAt[suspension]!);
      },
      taskEnded: task => {
        this.lanes.release(task);
        this.sites.taskEnded(task);
      },
      tasksUnsampled: (site, tasks) => this.sites.tasksUnsampled(site, tasks),
      turnEnded: turn => {
        const { from, until } = this.graph.tables.turns;
        this.activity.run(from[turn]!, until[turn]!);
      },
    };
  }
}
