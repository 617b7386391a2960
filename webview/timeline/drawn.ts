/** What the lanes are drawn from, as it is asked for. */

import { useMemo } from 'preact/hooks';
import type { Neighbourhood } from '../../shared/panel/graph.ts';
import type { TaskFilter, TaskRef, Window } from '../../shared/panel/tasks.ts';
import { useAnswer } from '../host/use-answer.ts';
import type { Drawing } from './draw.ts';
import { LANE_HEIGHT, type Layout, type PlacedLane } from './layout.ts';

/** What is to be drawn on some lanes; while an answer is on its way, what was drawn last. */
export function useSpans(
  layout: Layout,
  lanes: readonly PlacedLane[],
  filter: TaskFilter,
  window: Window,
  pixels: number,
): Drawing | undefined {
  const asked = lanes.map(({ thread, site, lane }) => ({ thread, site, lane }));
  const known = useAnswer({ kind: 'spans', lanes: asked, filter, window, pixels: Math.max(1, Math.round(pixels)) });
  return useMemo(() => {
    if (known.kind !== 'answered') return undefined;
    const placed = known.question.lanes.map(lane => ({ ...lane, top: layout.topOf(lane) ?? -LANE_HEIGHT }));
    return { lanes: placed, spans: known.answer };
  }, [known, layout]);
}

/** Who has to do with a task; `undefined` while that of another task is known at best. */
export function useNeighbourhood(task: TaskRef | undefined): Neighbourhood | undefined {
  const known = useAnswer(task && { kind: 'neighbourhood' as const, ref: task });
  if (task === undefined || known.kind !== 'answered') return undefined;
  const { ref } = known.question;
  return ref.thread === task.thread && ref.task === task.task ? known.answer : undefined;
}
