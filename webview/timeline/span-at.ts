/** What lies under the pointer. */

import type { TaskRef } from '../../shared/panel/questions.ts';
import { xOf, type Axis } from './axis.ts';
import type { Drawing } from './draw.ts';
import { LANE_HEIGHT } from './layout.ts';

/** Pixels beside a span that still mean it. */
const NEAR = 3;

/** The task on top at a point; `undefined` between spans, and on the event loop's lane. */
export function spanAt(
  { lanes, spans }: Drawing,
  axis: Axis,
  x: number,
  y: number,
): TaskRef | undefined {
  const row = lanes.findIndex(({ top }) => y >= top && y < top + LANE_HEIGHT);
  const lane = lanes[row];
  if (lane === undefined || lane.site === 0) return undefined;
  for (let at = spans.lane.length - 1; at >= 0; at--) {
    if (spans.lane[at] !== row) continue;
    if (x < xOf(axis, spans.from[at]!) - NEAR || x > xOf(axis, spans.until[at]!) + NEAR) continue;
    return { thread: lane.thread, task: spans.task[at]! };
  }
  return undefined;
}
