/** Tasks over time: each function has as many lanes as tasks of it ran at once. */

import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { TaskFilter, Window } from '../../shared/panel/tasks.ts';
import type { KnowingProps } from '../app.tsx';
import { useAnswer } from '../host/use-answer.ts';
import { LanesCanvas } from './lanes-canvas.tsx';
import { Layout } from './layout.ts';
import { Strip } from './strip.tsx';

const NO_WINDOW: Window = { from: 0, until: 1 };
/** The part of its width that a picture shows behind the end, where bars of tasks that never ended go on. */
const BEHIND_END = 0.04;

export function TimelineView({ state, dispatch, overview }: KnowingProps): JSX.Element {
  const { filter, selection } = state;
  // Lanes that came and went with the window would jump up and down while one moves in time.
  const ofAllTimes: TaskFilter = { ...filter, window: undefined };
  const groups = useAnswer({ kind: 'lanes', filter: ofAllTimes });
  const blocks = useAnswer({ kind: 'blocks' });
  const layout = useMemo(() => new Layout(groups.kind === 'answered' ? groups.answer : []), [groups]);
  if (groups.kind === 'failed') return <p role="alert">{groups.message}</p>;
  if (overview.kind !== 'answered' || groups.kind !== 'answered') return <p class="empty">…</p>;
  const { progress, duration, firstTask, gaps } = overview.answer;
  const end = progress === 'complete' ? duration : undefined;
  const whole = end === undefined ? duration : duration + (duration - firstTask) * BEHIND_END;
  const window = filter.window ?? (duration > firstTask ? { from: firstTask, until: whole } : NO_WINDOW);
  const choose = (window: Window | undefined): void => dispatch({ kind: 'window', window });
  return (
    <div class="timeline">
      <Strip duration={duration} window={window} gaps={gaps} choose={choose} />
      <LanesCanvas
        layout={layout}
        filter={ofAllTimes}
        window={window}
        duration={whole}
        choose={choose}
        marks={{ gaps, blocks: blocks.kind === 'answered' ? blocks.answer : [], end }}
        selected={selection.kind === 'task' ? selection.ref : undefined}
        select={ref => dispatch({ kind: 'select', selection: { kind: 'task', ref } })}
      />
    </div>
  );
}
