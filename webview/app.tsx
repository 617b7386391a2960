/** All views of one recording, around one selection. */

import type { JSX } from 'preact';
import { useEffect, useReducer, useState } from 'preact/hooks';
import { Filters } from './filters.tsx';
import { GraphView } from './graph/graph-view.tsx';
import { Header } from './header.tsx';
import { useAnswer, useHost, type Known } from './host/use-answer.ts';
import { reduce, revived, type Action, type State, type View } from './state.ts';
import { StoryView } from './story/story-view.tsx';
import { TableView } from './table/table-view.tsx';
import { Tabs } from './tabs.tsx';
import { TimelineView } from './timeline/timeline-view.tsx';
import { Lead } from './warnings/lead.tsx';
import { WarningsView } from './warnings/warnings-view.tsx';

/** What every view is given: what there is to be shown, and how to change it. */
export interface ViewProps {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
}

/** The same with what is known of the whole recording. */
export interface KnowingProps extends ViewProps {
  readonly overview: Known<{ kind: 'overview' }>;
  /** Warnings: those of a recording that is complete, and while they are shown, also of one that grows. */
  readonly found: Known<{ kind: 'warnings' }>;
}

const VIEW_OF: Readonly<Record<View, (props: KnowingProps) => JSX.Element>> = {
  table: TableView,
  timeline: TimelineView,
  graph: GraphView,
  warnings: WarningsView,
};

export function App(): JSX.Element {
  const host = useHost();
  const [state, dispatch] = useReducer<State, Action>(reduce, revived(host.kept));
  const [broken, setBroken] = useState<string | undefined>(undefined);
  useEffect(() => host.keep(state), [host, state]);
  useEffect(() => host.onBroken(setBroken), [host]);
  useEffect(() => host.onReveal(site => dispatch({ kind: 'reveal', site })), [host]);
  const overview = useAnswer({ kind: 'overview' });
  const isComplete = overview.kind === 'answered' && overview.answer.progress === 'complete';
  const found = useAnswer(isComplete || state.view === 'warnings' ? { kind: 'warnings' } : undefined);
  const warnings = found.kind === 'answered' ? found.answer : [];
  if (broken !== undefined) return <p class="broken" role="alert">{broken}</p>;
  const Shown = VIEW_OF[state.view];
  const props: KnowingProps = { state, dispatch, overview, found };
  return (
    <div class="app" onKeyDown={event => goThroughSelections(event, dispatch)}>
      <Header known={overview}>
        {warnings.length > 0 && state.view !== 'warnings' && (
          <Lead warnings={warnings} show={() => dispatch({ kind: 'view', view: 'warnings' })} />
        )}
      </Header>
      <div class="bar">
        <Tabs state={state} dispatch={dispatch} warnings={warnings.length} />
        <Filters state={state} dispatch={dispatch} />
      </div>
      <main class="views">
        <section class="view" role="tabpanel" id="view" aria-labelledby={`tab-${state.view}`}>
          <Shown {...props} />
        </section>
        <StoryView state={state} dispatch={dispatch} />
      </main>
    </div>
  );
}

/** Alt and an arrow: what was selected before, and after that. */
function goThroughSelections(event: KeyboardEvent, dispatch: ViewProps['dispatch']): void {
  if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
  event.preventDefault();
  dispatch({ kind: event.key === 'ArrowLeft' ? 'back' : 'forward' });
}
