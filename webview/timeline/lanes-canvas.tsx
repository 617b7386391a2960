/** The lanes themselves: drawn for the window of time, and for what of them is scrolled into view. */

import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { SourcePlace, TaskFilter, TaskRef, Window } from '../../shared/panel/tasks.ts';
import { useHost } from '../host/use-answer.ts';
import type { Axis } from './axis.ts';
import { Canvas, type Size } from './canvas.tsx';
import { useColours, type Colours } from './colours.ts';
import { useDrag } from './drag.ts';
import { draw, drawAxis } from './draw.ts';
import { useNeighbourhood, useSpans } from './drawn.ts';
import { useHovering } from './hovering.tsx';
import type { Layout } from './layout.ts';
import type { Marks } from './marks.ts';
import { nextTask } from './next-task.ts';
import { pointedAt, taskOf } from './pointed-at.ts';
import { useReveal } from './reveal.ts';
import { timelineKeys } from './timeline-keys.ts';
import { timelineWheel } from './timeline-wheel.ts';

interface Props {
  readonly layout: Layout;
  /** Which tasks are drawn. */
  readonly filter: TaskFilter;
  readonly window: Window;
  /** Milliseconds of the whole recording. */
  readonly duration: number;
  readonly choose: (window: Window | undefined) => void;
  readonly marks: Marks;
  readonly selected: TaskRef | undefined;
  readonly select: (ref: TaskRef) => void;
}

const LABEL =
  'Timeline of tasks. Plus and minus zoom, left and right move in time, up and down scroll; ' +
  'with Shift, the arrows go from task to task, Enter opens the code. The table holds the same tasks.';

export function LanesCanvas(props: Props): JSX.Element {
  const { layout, filter, window, duration, choose, marks, selected, select } = props;
  const host = useHost();
  const colours = useColours();
  const [size, setSize] = useState<Size>({ width: 600, height: 300 });
  const [scrolled, setScrolled] = useState(0);
  const axis: Axis = { window, pixels: size.width };
  const scrollTo = (top: number): void => setScrolled(Math.max(0, Math.min(layout.height - size.height, top)));
  const scroll = (by: number): void => scrollTo(scrolled + by);
  const drawn = useSpans(layout, layout.lanesBetween(scrolled, scrolled + size.height), filter, window, size.width);
  const around = useNeighbourhood(selected);
  useReveal(around?.neighbours[0]?.task, { layout, window, duration, choose, scrolled, height: size.height, scrollTo });
  const picture = { axis, layout, scrolled, height: size.height, colours, drawn, selected, around, marks };
  const paint = useCallback(
    (context: CanvasRenderingContext2D) => draw(context, picture),
    [
      JSON.stringify([axis, scrolled, size, selected]),
      layout,
      colours,
      drawn,
      around,
      marks.blocks,
      marks.gaps,
      marks.end,
    ],
  );
  const hit = ({ offsetX, offsetY }: MouseEvent) => pointedAt(picture, offsetX, offsetY + scrolled);
  const go = (ref: TaskRef | undefined): void => void (ref && select(ref));
  const step = (key: string): void => go(drawn && nextTask(drawn, selected, key));
  const open = (place: SourcePlace | undefined): void => void (place && host.open(place));
  const openSelected = (): void => open(around?.neighbours[0]?.place);
  const drag = useDrag(axis, duration, choose);
  const { card, ...hovering } = useHovering(hit);
  return (
    <>
      <Moments axis={axis} colours={colours} />
      <Canvas
        class="lanes"
        paint={paint}
        onSize={setSize}
        role="application"
        aria-busy={drawn === undefined}
        tabIndex={0}
        aria-label={LABEL}
        onKeyDown={timelineKeys({ window, duration, choose, scroll, step, open: openSelected })}
        onWheel={timelineWheel({ axis, duration, choose, scroll })}
        {...drag}
        {...hovering}
        onPointerMove={event => {
          drag.onPointerMove(event);
          hovering.onPointerMove(event);
        }}
        onClick={event => go(taskOf(hit(event)))}
        onDblClick={event => open(layout.groupAt(event.offsetY + scrolled)?.place)}
      />
      {card}
    </>
  );
}

/** The moments along the top. */
function Moments({ axis, colours }: { readonly axis: Axis; readonly colours: Colours }): JSX.Element {
  const paint = useCallback(
    (context: CanvasRenderingContext2D, { height }: Size) => drawAxis(context, axis, height, colours),
    [JSON.stringify(axis), colours],
  );
  return <Canvas class="axis" paint={paint} aria-hidden="true" />;
}
