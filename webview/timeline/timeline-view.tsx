/** Tasks over time: each function has as many lanes as tasks of it ran at once. */

import type { JSX } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { LaneGroup, Window } from '../../shared/panel/questions.ts';
import type { ViewProps } from '../app.tsx';
import { useAnswer, useHost } from '../host/use-answer.ts';
import { moved, timeAt, type Axis } from './axis.ts';
import { Canvas, type Size } from './canvas.tsx';
import { useColours } from './colours.ts';
import { draw, drawAxis, type Drawing } from './draw.ts';
import { LANE_HEIGHT, Layout, type PlacedLane } from './layout.ts';
import { spanAt } from './span-at.ts';
import { Strip } from './strip.tsx';
import { timelineKeys } from './timeline-keys.ts';
import { timelineWheel } from './timeline-wheel.ts';

const NO_WINDOW: Window = { from: 0, until: 1 };

export function TimelineView(props: ViewProps): JSX.Element {
  const overview = useAnswer({ kind: 'overview' });
  const groups = useAnswer({ kind: 'lanes', text: props.state.filter.text });
  if (overview.kind !== 'answered' || groups.kind !== 'answered') return <p class="empty">…</p>;
  return <Drawn {...props} {...overview.answer} groups={groups.answer} />;
}

interface DrawnProps extends ViewProps {
  /** Milliseconds of the whole recording. */
  readonly duration: number;
  readonly firstTask: number;
  readonly groups: readonly LaneGroup[];
}

function Drawn({ state, dispatch, duration, firstTask, groups }: DrawnProps): JSX.Element {
  const layout = useMemo(() => new Layout(groups), [groups]);
  const host = useHost();
  const colours = useColours();
  const [size, setSize] = useState<Size>({ width: 600, height: 300 });
  const [scrolled, setScrolled] = useState(0);
  const window = state.filter.window ?? (duration > firstTask ? { from: firstTask, until: duration } : NO_WINDOW);
  const axis: Axis = { window, pixels: size.width };
  const choose = (chosen: Window | undefined): void => dispatch({ kind: 'window', window: chosen });
  const scroll = (by: number): void =>
    setScrolled(Math.max(0, Math.min(layout.height - size.height, scrolled + by)));

  const lanes = layout.lanesBetween(scrolled, scrolled + size.height);
  const drawn = useSpans(layout, lanes, window, size.width);
  const selected = state.selection.kind === 'task' ? state.selection.ref : undefined;
  const picture = { axis, layout, scrolled, height: size.height, colours, drawn, selected };
  const paint = useCallback((context: CanvasRenderingContext2D) => draw(context, picture), [JSON.stringify([axis, scrolled, size, selected]), layout, colours, drawn]);
  const paintAxis = useCallback((context: CanvasRenderingContext2D, { height }: Size) => drawAxis(context, axis, height, colours), [JSON.stringify(axis), colours]);
  const hit = ({ offsetX, offsetY }: MouseEvent) => drawn && spanAt(drawn, axis, offsetX, offsetY + scrolled);
  const dragged = useRef<number | undefined>(undefined);

  return (
    <div class="timeline">
      <Strip duration={duration} window={state.filter.window} choose={choose} />
      <Canvas class="axis" paint={paintAxis} aria-hidden="true" />
      <Canvas
        class="lanes"
        paint={paint}
        onSize={setSize}
        role="application"
        aria-busy={drawn === undefined}
        tabIndex={0}
        aria-label="Timeline of tasks. Plus and minus zoom, left and right move in time, up and down scroll. The table holds the same tasks."
        onKeyDown={timelineKeys({ window, duration, choose, scroll })}
        onWheel={timelineWheel({ axis, duration, choose, scroll })}
        onPointerDown={event => (dragged.current = event.offsetX)}
        onPointerMove={event => {
          if (dragged.current === undefined || event.buttons === 0) return;
          const by = timeAt(axis, dragged.current) - timeAt(axis, event.offsetX);
          dragged.current = event.offsetX;
          choose(moved(window, by, duration));
        }}
        onPointerUp={() => (dragged.current = undefined)}
        onClick={event => {
          const ref = hit(event);
          if (ref !== undefined) dispatch({ kind: 'select', selection: { kind: 'task', ref } });
        }}
        onDblClick={event => {
          const place = layout.groupAt(event.offsetY + scrolled)?.place;
          if (place !== undefined) host.open(place);
        }}
      />
    </div>
  );
}

/** What is to be drawn on some lanes; while an answer is on its way, what was drawn last. */
function useSpans(layout: Layout, lanes: readonly PlacedLane[], window: Window, pixels: number): Drawing | undefined {
  const asked = lanes.map(({ thread, site, lane }) => ({ thread, site, lane }));
  const known = useAnswer({ kind: 'spans', lanes: asked, window, pixels: Math.max(1, Math.round(pixels)) });
  return useMemo(() => {
    if (known.kind !== 'answered') return undefined;
    const placed = known.question.lanes.map(lane => ({ ...lane, top: layout.topOf(lane) ?? -LANE_HEIGHT }));
    return { lanes: placed, spans: known.answer };
  }, [known, layout]);
}
