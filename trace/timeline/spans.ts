/** What a timeline draws: rectangles, each on a lane, from one moment to another. */

import { SPAN_STATES, type SpanColumns, type SpanState } from '../../shared/panel/timeline.ts';

/** In ticks of the thread's clock. */
export interface Spans extends SpanColumns {
  /** How many there are; columns may be longer. */
  readonly length: number;
}

/** Takes rectangles up to a limit. */
export class SpanList implements Spans {
  length = 0;
  readonly lane: Int32Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly state: Uint8Array;
  readonly task: Int32Array;
  readonly count: Int32Array;

  constructor(limit: number) {
    this.lane = new Int32Array(limit);
    this.from = new Float64Array(limit);
    this.until = new Float64Array(limit);
    this.state = new Uint8Array(limit);
    this.task = new Int32Array(limit);
    this.count = new Int32Array(limit);
  }

  get full(): boolean {
    return this.length === this.lane.length;
  }

  clear(): void {
    this.length = 0;
  }

  /** Without effect when it is full. */
  add(lane: number, from: number, until: number, state: SpanState, task: number, count: number): void {
    if (this.full) return;
    const at = this.length++;
    this.lane[at] = lane;
    this.from[at] = from;
    this.until[at] = until;
    this.state[at] = SPAN_STATES.indexOf(state);
    this.task[at] = task;
    this.count[at] = count;
  }
}
