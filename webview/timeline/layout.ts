/** Where lanes are drawn, from top to bottom: a title for each group, its lanes below. */

import type { Lane, LaneGroup } from '../../shared/panel/timeline.ts';

/** Pixels. */
export const TITLE_HEIGHT = 18;
export const LANE_HEIGHT = 12;
const GAP = 6;

export interface PlacedGroup extends LaneGroup {
  readonly top: number;
}

export interface PlacedLane extends Lane {
  readonly top: number;
}

export class Layout {
  readonly groups: readonly PlacedGroup[];
  /** Of all lanes together. */
  readonly height: number;

  constructor(groups: readonly LaneGroup[]) {
    let top = 0;
    this.groups = groups.map(group => {
      const placed = { ...group, top };
      top += TITLE_HEIGHT + group.lanes * LANE_HEIGHT + GAP;
      return placed;
    });
    this.height = top;
  }

  /** The lanes that can be seen between two heights. */
  lanesBetween(top: number, bottom: number): PlacedLane[] {
    return this.groups.flatMap(({ thread, site, lanes, top: groupTop }) => {
      const first = groupTop + TITLE_HEIGHT;
      const from = Math.max(0, Math.floor((top - first) / LANE_HEIGHT));
      const until = Math.min(lanes, Math.ceil((bottom - first) / LANE_HEIGHT));
      return Array.from({ length: Math.max(0, until - from) }, (_, at) => ({
        thread,
        site,
        lane: from + at,
        top: first + (from + at) * LANE_HEIGHT,
      }));
    });
  }

  /** Where a lane is drawn; `undefined` for one that is not there any more. */
  topOf({ thread, site, lane }: Lane): number | undefined {
    const group = this.groups.find(it => it.thread === thread && it.site === site);
    return group === undefined ? undefined : group.top + TITLE_HEIGHT + lane * LANE_HEIGHT;
  }

  /** Where the lanes of a thread begin and end. */
  extentOf(thread: number): { readonly top: number; readonly bottom: number } {
    const own = this.groups.filter(group => group.thread === thread);
    const last = own.at(-1);
    if (last === undefined) return { top: 0, bottom: 0 };
    return { top: own[0]!.top + TITLE_HEIGHT, bottom: last.top + TITLE_HEIGHT + last.lanes * LANE_HEIGHT };
  }

  groupAt(height: number): PlacedGroup | undefined {
    return this.groups.findLast(({ top }) => top <= height);
  }
}
