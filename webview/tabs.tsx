/** The choice of the view. */

import type { JSX } from 'preact';
import { grouped } from '../shared/words.ts';
import type { ViewProps } from './app.tsx';
import { VIEWS, type View } from './state.ts';

const NAMES: Readonly<Record<View, string>> = {
  table: 'Table',
  timeline: 'Timeline',
  graph: 'Graph',
  warnings: 'Findings',
};

interface Props extends ViewProps {
  /** How many there are, as far as that is known. */
  readonly warnings: number;
}

export function Tabs({ state, dispatch, warnings }: Props): JSX.Element {
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || event.altKey) return;
    const view = VIEWS.at((VIEWS.indexOf(state.view) + step) % VIEWS.length)!;
    dispatch({ kind: 'view', view });
    document.getElementById(`tab-${view}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="View" onKeyDown={move}>
      {VIEWS.map(view => (
        <button
          key={view}
          id={`tab-${view}`}
          role="tab"
          aria-selected={view === state.view}
          aria-controls="view"
          tabIndex={view === state.view ? 0 : -1}
          onClick={() => dispatch({ kind: 'view', view })}
        >
          {NAMES[view]}
          {view === 'warnings' && warnings > 0 && <span class="badge">{grouped(warnings)}</span>}
        </button>
      ))}
    </div>
  );
}
