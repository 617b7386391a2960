import type { Question } from '../../shared/panel/questions.ts';
import { SPAN_STATES, type Lane, type SpanColumns } from '../../shared/panel/timeline.ts';
import type { Spans } from '../../trace/timeline/spans.ts';
import { taskSpans, turnSpans, type View } from '../../trace/timeline/timeline.ts';
import { tasksOnLanes } from '../filtered-lanes.ts';
import type { Thread } from '../../trace/thread.ts';
import type { Recording } from '../recording.ts';
import { isOver } from '../task-state.ts';

type Asked = Extract<Question, { kind: 'spans' }>;

/** As many rectangles as a page draws in a frame without effort. */
const MOST_SPANS = 5000;

/** What is to be drawn on some lanes. */
export function spans(recording: Recording, { lanes, filter, window, pixels }: Asked): SpanColumns {
  const rows = lanes.map((lane, index) => ({ ...lane, index }));
  const parts = recording.threads.flatMap((thread, at) => {
    const own = rows.filter(it => it.thread === at);
    if (own.length === 0) return [];
    const view: View = {
      from: recording.momentIn(thread, window.from),
      until: recording.momentIn(thread, window.until),
      pixels,
      limit: MOST_SPANS,
    };
    const time = (moment: number) => recording.at(thread, moment);
    const ofTasks = own.filter(({ site }) => site !== 0);
    const ofLoop = own.filter(({ site }) => site === 0);
    return [
      ...(ofLoop.length > 0 ? [part(turnSpans(thread.graph, view), ofLoop, time)] : []),
      part(
        soFar(recording, thread, taskSpans(thread.graph, tasksOnLanes(recording, thread, filter), ofTasks, view)),
        ofTasks,
        time,
      ),
    ];
  });
  return joined(parts);
}

/** What may end still is drawn as far as it goes. */
function soFar(recording: Recording, { graph }: Thread, found: Spans): Spans {
  if (isOver(recording, graph)) return found;
  return { ...found, state: found.state.map(state => (state === UNENDED ? SUSPENDED : state)) };
}

const UNENDED = SPAN_STATES.indexOf('unended');
const SUSPENDED = SPAN_STATES.indexOf('suspended');

/** The spans, with the lanes and the time that the panel knows. */
function part(
  found: Spans,
  rows: readonly (Lane & { readonly index: number })[],
  time: (moment: number) => number,
): SpanColumns {
  const { length } = found;
  return {
    lane: found.lane.slice(0, length).map(row => rows[row]!.index),
    from: found.from.slice(0, length).map(time),
    until: found.until.slice(0, length).map(time),
    state: found.state.slice(0, length),
    task: found.task.slice(0, length),
    count: found.count.slice(0, length),
  };
}

const joined = (parts: readonly SpanColumns[]): SpanColumns => ({
  lane: Int32Array.from(parts.flatMap(it => [...it.lane])),
  from: Float64Array.from(parts.flatMap(it => [...it.from])),
  until: Float64Array.from(parts.flatMap(it => [...it.until])),
  state: Uint8Array.from(parts.flatMap(it => [...it.state])),
  task: Int32Array.from(parts.flatMap(it => [...it.task])),
  count: Int32Array.from(parts.flatMap(it => [...it.count])),
});
