/**
 * What is drawn across lanes: when the event loop stood still, where something is missing, and where the program ended.
 */

import type { LoopBlock } from '../../shared/panel/story.ts';
import type { Gap } from '../../shared/panel/timeline.ts';
import { xOf, type Axis } from './axis.ts';
import type { Colours } from './colours.ts';
import type { Layout } from './layout.ts';

export interface Marks {
  readonly blocks: readonly LoopBlock[];
  readonly gaps: readonly Gap[];
  /** The end of a complete recording; `undefined` while it grows. */
  readonly end: number | undefined;
}

interface Picture {
  readonly axis: Axis;
  readonly layout: Layout;
  readonly colours: Colours;
  readonly marks: Marks;
}

/** Pixels between the lines of a hatching. */
const HATCH = 8;

export function drawMarks(context: CanvasRenderingContext2D, { axis, layout, colours, marks }: Picture): void {
  for (const { thread, window } of marks.blocks) {
    const x = xOf(axis, window.from);
    const width = Math.max(1, xOf(axis, window.until) - x);
    if (x > axis.pixels || x + width < 0) continue;
    const { top, bottom } = layout.extentOf(thread);
    drawBlock(context, { x, y: top, width, height: bottom - top }, colours.blocked);
  }
  for (const { thread, at } of marks.gaps) {
    const x = Math.round(xOf(axis, at)) + 0.5;
    if (x < 0 || x > axis.pixels) continue;
    const { top, bottom } = layout.extentOf(thread);
    drawGap(context, { x, top, bottom }, colours.text);
  }
  if (marks.end !== undefined) drawEnd(context, xOf(axis, marks.end), layout.height, colours);
}

/** Bars of tasks that never ended go on behind it. */
function drawEnd(context: CanvasRenderingContext2D, x: number, bottom: number, colours: Colours): void {
  context.fillStyle = colours.faint;
  context.fillRect(Math.round(x), 0, 1, bottom);
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Hatched, so that what is below can still be seen, and it is told from a selection without colour. */
function drawBlock(context: CanvasRenderingContext2D, { x, y, width, height }: Rectangle, colour: string): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.fillStyle = colour;
  context.globalAlpha = 0.15;
  context.fillRect(x, y, width, height);
  context.globalAlpha = 0.6;
  context.strokeStyle = colour;
  context.beginPath();
  if (width >= HATCH)
    for (let at = x - height; at < x + width; at += HATCH) {
      context.moveTo(at, y + height);
      context.lineTo(at + height, y);
    }
  context.rect(x, y, width, height);
  context.stroke();
  context.restore();
}

function drawGap(
  context: CanvasRenderingContext2D,
  { x, top, bottom }: { readonly x: number; readonly top: number; readonly bottom: number },
  colour: string,
): void {
  context.save();
  context.strokeStyle = colour;
  context.setLineDash([2, 3]);
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, bottom);
  context.stroke();
  context.restore();
}
