/** Arrows of the selected task: from whom it was started, whom it started, and who waits for whom. */

import type { Neighbourhood, TaskLink } from '../../shared/panel/graph.ts';
import { xOf, type Axis } from './axis.ts';
import type { Colours } from './colours.ts';
import { LANE_HEIGHT, type Layout } from './layout.ts';

interface Picture {
  readonly axis: Axis;
  readonly layout: Layout;
  readonly colours: Colours;
  readonly around: Neighbourhood | undefined;
}

/** Pixels. */
const HEAD = 5;

/** Solid lines for what is started, dashed ones for what is waited for, as in the graph. */
export function drawLinks(context: CanvasRenderingContext2D, { axis, layout, colours, around }: Picture): void {
  if (around === undefined) return;
  for (const link of around.links) {
    const [from, to] = endsOf(link, around).map(({ lane, at }) => ({ x: xOf(axis, at), y: middleOf(layout, lane) }));
    if (from?.y === undefined || to?.y === undefined || !isSeen(axis, from.x, to.x)) continue;
    context.strokeStyle = context.fillStyle = link.kind === 'spawn' ? colours.text : colours.selection;
    context.setLineDash(link.kind === 'spawn' ? [] : [4, 3]);
    drawArrow(context, { x: from.x, y: from.y }, { x: to.x, y: to.y });
  }
  context.setLineDash([]);
}

interface End {
  readonly lane: Parameters<Layout['topOf']>[0];
  readonly at: number;
}

/**
 * What is started is drawn when it begins; a wait when it is over, where one sees what let it go on. None without
 * lanes.
 */
function endsOf({ kind, from, to, window }: TaskLink, { neighbours }: Neighbourhood): End[] {
  const [source, target] = [neighbours[from]!.task, neighbours[to]!.task];
  if (source === undefined || target === undefined) return [];
  if (kind === 'spawn') return [source, target].map(({ lane }) => ({ lane, at: window.from }));
  return [
    { lane: source.lane, at: window.until },
    { lane: target.lane, at: Math.min(window.until, target.window.until) },
  ];
}

function middleOf(layout: Layout, lane: End['lane']): number | undefined {
  const top = layout.topOf(lane);
  return top === undefined ? undefined : top + LANE_HEIGHT / 2;
}

const isSeen = ({ pixels }: Axis, a: number, b: number): boolean => Math.max(a, b) >= 0 && Math.min(a, b) <= pixels;

interface Point {
  readonly x: number;
  readonly y: number;
}

function drawArrow(context: CanvasRenderingContext2D, from: Point, to: Point): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
  context.beginPath();
  context.moveTo(to.x, to.y);
  for (const side of [-1, 1]) {
    const at = angle + Math.PI + side * 0.5;
    context.lineTo(to.x + Math.cos(at) * 2 * HEAD, to.y + Math.sin(at) * 2 * HEAD);
  }
  context.fill();
}
