/** The whole recording in one strip: how busy it was, and where tasks waited for the loop. Its brush is the window. */

import type { JSX } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import type { Window } from '../../shared/panel/tasks.ts';
import type { ActivityBins, Gap } from '../../shared/panel/timeline.ts';
import { useAnswer } from '../host/use-answer.ts';
import { timeAt, xOf, type Axis } from './axis.ts';
import { Canvas, type Size } from './canvas.tsx';
import { useColours, type Colours } from './colours.ts';

const BINS = 600;
/** Milliseconds of waiting for the loop that are drawn as high as there is room. */
const MOST_LAG = 50;
/** Pixels: whoever moves less has clicked. */
const CLICK = 3;

interface Props {
  readonly duration: number;
  /** What the lanes below show. */
  readonly window: Window;
  readonly gaps: readonly Gap[];
  readonly choose: (window: Window | undefined) => void;
}

export function Strip({ duration, window, gaps, choose }: Props): JSX.Element {
  const known = useAnswer({ kind: 'activity', bins: BINS });
  const colours = useColours();
  const [width, setWidth] = useState(0);
  const pressed = useRef<number | undefined>(undefined);
  const bins = known.kind === 'answered' ? known.answer : undefined;
  const paint = useCallback(
    (context: CanvasRenderingContext2D, size: Size) =>
      drawStrip(context, size, { bins, duration, window, gaps, colours }),
    [bins, duration, window, gaps, colours],
  );
  const axis: Axis = { window: { from: 0, until: duration }, pixels: width };
  const brush = (event: PointerEvent): void => {
    if (pressed.current === undefined) return;
    const [a, b] = [pressed.current, event.offsetX].sort((x, y) => x - y) as [number, number];
    if (b - a > CLICK) choose({ from: Math.max(0, timeAt(axis, a)), until: Math.min(duration, timeAt(axis, b)) });
  };
  return (
    <Canvas
      class="strip"
      paint={paint}
      onSize={size => setWidth(size.width)}
      role="img"
      aria-label="How busy the program was over time. Drag to look at a part, double-click for the whole."
      onPointerDown={event => {
        pressed.current = event.offsetX;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={brush}
      onPointerUp={() => (pressed.current = undefined)}
      onDblClick={() => choose(undefined)}
    />
  );
}

interface Picture {
  readonly bins: ActivityBins | undefined;
  readonly duration: number;
  readonly window: Window;
  readonly gaps: readonly Gap[];
  readonly colours: Colours;
}

function drawStrip(context: CanvasRenderingContext2D, { width, height }: Size, picture: Picture): void {
  const { bins, duration, window, gaps, colours } = picture;
  const axis: Axis = { window: { from: 0, until: duration }, pixels: width };
  context.clearRect(0, 0, width, height);
  if (bins !== undefined) {
    const step = xOf(axis, bins.width);
    const bar = (at: number, part: number) =>
      context.fillRect(at * step, height - part * height, Math.max(1, step), part * height);
    context.fillStyle = colours.running;
    for (const [at, busy] of bins.busy.entries()) bar(at, busy);
    context.fillStyle = colours.ready;
    for (const [at, lag] of bins.lag.entries()) if (lag >= 1) bar(at, Math.min(1, lag / MOST_LAG) / 3);
  }
  context.fillStyle = colours.text;
  for (const { at } of gaps) context.fillRect(Math.round(xOf(axis, at)), 0, 2, height / 3);
  const from = Math.max(0, xOf(axis, window.from));
  drawWindow(context, from, Math.min(width, xOf(axis, window.until)) - from, { width, height }, colours);
}

/** What is outside of it is veiled. */
function drawWindow(
  context: CanvasRenderingContext2D,
  from: number,
  wide: number,
  { width, height }: Size,
  colours: Colours,
): void {
  context.fillStyle = colours.background;
  context.globalAlpha = 0.6;
  context.fillRect(0, 0, from, height);
  context.fillRect(from + wide, 0, width - from - wide, height);
  context.globalAlpha = 1;
  context.strokeStyle = colours.selection;
  context.lineWidth = 2;
  context.strokeRect(from + 1, 1, Math.max(2, wide - 2), height - 2);
}
