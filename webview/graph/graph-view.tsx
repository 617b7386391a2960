/** The graph, of three things: functions, the tasks around the selected one, and what waits for what. */

import type { JSX } from 'preact';
import type { ViewProps } from '../app.tsx';
import { GRAPHS, type GraphKind } from '../state.ts';
import { FunctionsGraph } from './functions-graph.tsx';
import { TaskGraph } from './task-graph.tsx';
import { WaitingTree } from './waiting-tree.tsx';

const GRAPH_OF: Readonly<Record<GraphKind, { title: string; show: (props: ViewProps) => JSX.Element }>> = {
  functions: { title: 'Functions', show: FunctionsGraph },
  task: { title: 'Around the selected task', show: TaskGraph },
  waiting: { title: 'Who waits for what', show: WaitingTree },
};

export function GraphView({ state, dispatch }: ViewProps): JSX.Element {
  const Shown = GRAPH_OF[state.graph].show;
  return (
    <div class="graph">
      <fieldset class="choice">
        <legend class="hidden">Graph of</legend>
        {GRAPHS.map(graph => (
          <label key={graph}>
            <input
              type="radio"
              name="graph"
              checked={graph === state.graph}
              onChange={() => dispatch({ kind: 'graph', graph })}
            />
            {GRAPH_OF[graph].title}
          </label>
        ))}
      </fieldset>
      <Shown state={state} dispatch={dispatch} />
    </div>
  );
}
