/** What lies under the pointer. */

import type { LoopBlock } from '../../shared/panel/story.ts';
import type { TaskRef } from '../../shared/panel/tasks.ts';
import { SPAN_STATES, type Gap } from '../../shared/panel/timeline.ts';
import { xOf, type Axis } from './axis.ts';
import { endOf, type Drawing } from './draw.ts';
import { LANE_HEIGHT, type Layout } from './layout.ts';
import type { Marks } from './marks.ts';

export type Pointed =
  | { readonly kind: 'task'; readonly ref: TaskRef }
  | { readonly kind: 'block'; readonly block: LoopBlock }
  | { readonly kind: 'gap'; readonly gap: Gap };

interface Picture {
  readonly axis: Axis;
  readonly layout: Layout;
  readonly drawn: Drawing | undefined;
  readonly marks: Marks;
}

/** Pixels beside something that still mean it. */
const NEAR = 3;

/** The task on top at a point; where there is none, what is drawn across lanes. */
export function pointedAt({ axis, layout, drawn, marks }: Picture, x: number, y: number): Pointed | undefined {
  const ref = drawn && taskAt(drawn, axis, x, y);
  if (ref !== undefined) return { kind: 'task', ref };
  const isOf = ({ thread }: { readonly thread: number }): boolean => {
    const { top, bottom } = layout.extentOf(thread);
    return y >= top && y < bottom;
  };
  const gap = marks.gaps.find(it => isOf(it) && Math.abs(xOf(axis, it.at) - x) <= NEAR);
  if (gap !== undefined) return { kind: 'gap', gap };
  const block = marks.blocks.find(it => isOf(it) && isNear(axis, it.window.from, it.window.until, x));
  return block && { kind: 'block', block };
}

/** The task that is meant by it; a block means the one that ran. */
export function taskOf(pointed: Pointed | undefined): TaskRef | undefined {
  if (pointed?.kind === 'task') return pointed.ref;
  return pointed?.kind === 'block' ? pointed.block.ref : undefined;
}

/** `undefined` between spans, and on the event loop's lane. */
function taskAt({ lanes, spans }: Drawing, axis: Axis, x: number, y: number): TaskRef | undefined {
  const row = lanes.findIndex(({ top }) => y >= top && y < top + LANE_HEIGHT);
  const lane = lanes[row];
  if (lane === undefined || lane.site === 0) return undefined;
  for (let at = spans.lane.length - 1; at >= 0; at--) {
    const end = endOf(axis, SPAN_STATES[spans.state[at]!]!, spans.until[at]!);
    if (spans.lane[at] === row && x >= xOf(axis, spans.from[at]!) - NEAR && x <= end + NEAR)
      return { thread: lane.thread, task: spans.task[at]! };
  }
  return undefined;
}

const isNear = (axis: Axis, from: number, until: number, x: number): boolean =>
  x >= xOf(axis, from) - NEAR && x <= xOf(axis, until) + NEAR;
