/** From task to task by the arrow keys: along a lane, and from lane to lane. */

import type { TaskRef } from '../../shared/panel/tasks.ts';
import type { Drawing } from './draw.ts';

/** A task as it is drawn: on a lane, counted from the top, from one moment to another. */
interface Drawn {
  readonly ref: TaskRef;
  readonly lane: number;
  readonly from: number;
  readonly until: number;
}

/**
 * The task that an arrow key leads to from another one, or from the upper left corner; among those that are drawn.
 * `undefined` for other keys, and where there is none.
 */
export function nextTask({ lanes, spans }: Drawing, from: TaskRef | undefined, key: string): TaskRef | undefined {
  const all = new Map<string, Drawn>();
  for (const [at, lane] of spans.lane.entries()) {
    const { thread, site } = lanes[lane]!;
    if (site === 0) continue;
    const task = spans.task[at]!;
    const known = all.get(`${thread} ${task}`) ?? { ref: { thread, task }, lane, from: Infinity, until: -Infinity };
    const [start, end] = [Math.min(known.from, spans.from[at]!), Math.max(known.until, spans.until[at]!)];
    all.set(`${thread} ${task}`, { ...known, from: start, until: end });
  }
  const drawn = [...all.values()].sort((a, b) => a.lane - b.lane || a.from - b.from);
  const current = drawn.findIndex(({ ref }) => ref.task === from?.task && ref.thread === from.thread);
  return (current === -1 ? drawn[0] : step(drawn, current, key))?.ref;
}

function step(drawn: readonly Drawn[], current: number, key: string): Drawn | undefined {
  const { lane, from, until } = drawn[current]!;
  const near = drawn[current + (key === 'ArrowRight' ? 1 : -1)];
  const away = (it: Drawn): number => Math.abs(it.from + it.until - from - until);
  const nearestOn = (row: number | undefined): Drawn | undefined =>
    drawn.filter(it => it.lane === row).sort((a, b) => away(a) - away(b))[0];
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return near?.lane === lane ? near : undefined;
    case 'ArrowUp':
      return nearestOn(drawn.findLast(it => it.lane < lane)?.lane);
    case 'ArrowDown':
      return nearestOn(drawn.find(it => it.lane > lane)?.lane);
    default:
      return undefined;
  }
}
