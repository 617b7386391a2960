/** Draws lanes of tasks. States differ by shape as well as by colour. */

import type { Neighbourhood } from '../../shared/panel/graph.ts';
import type { TaskRef } from '../../shared/panel/tasks.ts';
import { SPAN_STATES, type SpanColumns, type SpanState } from '../../shared/panel/timeline.ts';
import { duration } from '../words.ts';
import { ticks, xOf, type Axis } from './axis.ts';
import type { Colours } from './colours.ts';
import { LANE_HEIGHT, TITLE_HEIGHT, type Layout, type PlacedLane } from './layout.ts';
import { drawLinks } from './links.ts';
import { drawMarks, type Marks } from './marks.ts';

/** Spans, and the lanes that they are about. */
export interface Drawing {
  readonly lanes: readonly PlacedLane[];
  readonly spans: SpanColumns;
}

export interface Picture {
  readonly axis: Axis;
  readonly layout: Layout;
  /** Pixels that are scrolled away above. */
  readonly scrolled: number;
  readonly height: number;
  readonly colours: Colours;
  /** `undefined` before the first answer. */
  readonly drawn: Drawing | undefined;
  /** The selected task: it is framed. */
  readonly selected: TaskRef | undefined;
  /** What the selected task has to do with: arrows lead there. */
  readonly around: Neighbourhood | undefined;
  readonly marks: Marks;
}

/** `context` counts in CSS pixels. */
export function draw(context: CanvasRenderingContext2D, picture: Picture): void {
  const { axis, height, scrolled } = picture;
  context.clearRect(0, 0, axis.pixels, height);
  drawTicks(context, picture);
  context.save();
  context.translate(0, -scrolled);
  drawSpans(context, picture);
  drawMarks(context, picture);
  drawLinks(context, picture);
  drawTitles(context, picture);
  context.restore();
}

function drawTicks(context: CanvasRenderingContext2D, { axis, height, colours }: Picture): void {
  context.strokeStyle = colours.edge;
  context.globalAlpha = 0.5;
  context.beginPath();
  for (const at of ticks(axis)) {
    const x = Math.round(xOf(axis, at)) + 0.5;
    context.moveTo(x, 0);
    context.lineTo(x, height);
  }
  context.stroke();
  context.globalAlpha = 1;
}

const TITLE_INDENT = 6;

function drawTitles(context: CanvasRenderingContext2D, { layout, scrolled, height, colours }: Picture): void {
  context.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  context.textBaseline = 'middle';
  for (const { top, name, lanes } of layout.groups) {
    if (top + TITLE_HEIGHT + lanes * LANE_HEIGHT < scrolled || top > scrolled + height) continue;
    // The title of a group whose lanes can be seen stays.
    const at = Math.min(Math.max(top, scrolled), top + lanes * LANE_HEIGHT);
    const title = lanes > 1 ? `${name}  ${lanes} at once` : name;
    context.fillStyle = colours.background;
    context.globalAlpha = 0.85;
    context.fillRect(0, at, context.measureText(title).width + 2 * TITLE_INDENT, TITLE_HEIGHT);
    context.globalAlpha = 1;
    context.fillStyle = colours.text;
    context.fillText(title, TITLE_INDENT, at + TITLE_HEIGHT / 2);
  }
}

function drawSpans(context: CanvasRenderingContext2D, { drawn, axis, colours, selected }: Picture): void {
  if (drawn === undefined) return;
  const { lanes, spans } = drawn;
  const frames: [x: number, top: number, width: number][] = [];
  for (let at = 0; at < spans.lane.length; at++) {
    const lane = lanes[spans.lane[at]!];
    if (lane === undefined) continue;
    const x = xOf(axis, spans.from[at]!);
    const state = SPAN_STATES[spans.state[at]!]!;
    const width = Math.max(1, endOf(axis, state, spans.until[at]!) - x);
    if (x > axis.pixels || x + width < 0) continue;
    drawSpan(context, state, x, lane.top, width, colours);
    if (
      selected !== undefined &&
      lane.site !== 0 &&
      spans.task[at] === selected.task &&
      lane.thread === selected.thread
    )
      frames.push([x, lane.top, width]);
  }
  context.strokeStyle = colours.selection;
  context.lineWidth = 2;
  for (const [x, top, width] of frames) context.strokeRect(x, top, width, LANE_HEIGHT - 1);
  context.lineWidth = 1;
}

/** Where a span ends. One that never does leads out of the picture. */
export const endOf = (axis: Axis, state: SpanState, until: number): number =>
  state === 'unended' ? Math.max(axis.pixels, xOf(axis, until)) : xOf(axis, until);

/** Pixels. */
const DASH = 5;
const GAP = 3;

/**
 * What runs fills its lane, what is ready the lower half, what is suspended a line, dashed where it never ends; what is
 * joined is paler.
 */
function drawSpan(
  context: CanvasRenderingContext2D,
  state: SpanState,
  x: number,
  top: number,
  width: number,
  colours: Colours,
): void {
  const full = LANE_HEIGHT - 2;
  context.fillStyle = colours[state];
  switch (state) {
    case 'running':
      return context.fillRect(x, top, width, full);
    case 'ready':
      context.clearRect(x, top, width, full);
      return context.fillRect(x, top + full / 2, width, full / 2);
    case 'suspended':
      context.clearRect(x, top, width, full);
      return context.fillRect(x, top + full / 2 - 1, width, 3);
    case 'unended':
      context.clearRect(x, top, width, full);
      for (let at = x; at < x + width; at += DASH + GAP)
        context.fillRect(at, top + full / 2 - 1, Math.min(DASH, x + width - at), 3);
      return;
    case 'several':
      context.globalAlpha = 0.55;
      context.fillRect(x, top + 2, width, full - 4);
      context.globalAlpha = 1;
  }
}

/** The moments along the top: where the picture begins and ends, and round ones between. */
export function drawAxis(context: CanvasRenderingContext2D, axis: Axis, height: number, colours: Colours): void {
  context.clearRect(0, 0, axis.pixels, height);
  context.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  context.textBaseline = 'middle';
  const { window, pixels } = axis;
  const bounds = [window.from, window.until].map(at => (at === 0 ? '0' : duration(at)));
  const [left, right] = bounds.map(text => context.measureText(text).width + 2 * TITLE_INDENT) as [number, number];
  context.fillStyle = colours.text;
  context.fillText(bounds[0]!, TITLE_INDENT, height / 2);
  context.fillText(bounds[1]!, pixels - right + TITLE_INDENT, height / 2);
  context.fillStyle = colours.faint;
  for (const at of ticks(axis)) {
    const text = duration(at);
    const x = xOf(axis, at) + 3;
    if (x >= left && x + context.measureText(text).width <= pixels - right) context.fillText(text, x, height / 2);
  }
}
