/** Which tasks all views show. */

import type { JSX } from 'preact';
import { TASK_STATES, type TaskState } from '../shared/panel/questions.ts';
import type { ViewProps } from './app.tsx';
import { duration, STATE_SIGNS } from './words.ts';

/** Milliseconds. */
const LIMITS = [0, 1, 10, 100, 1000, 10_000];

export function Filters({ state: { filter }, dispatch }: ViewProps): JSX.Element {
  const toggle = (state: TaskState): void => {
    const others = filter.states.filter(it => it !== state);
    dispatch({ kind: 'filter', filter: { states: others.length < filter.states.length ? others : [...others, state] } });
  };
  return (
    <form class="filters" role="search" onSubmit={event => event.preventDefault()}>
      <input
        type="search"
        placeholder="Function or file"
        aria-label="Show tasks of this function or file"
        value={filter.text}
        onInput={({ currentTarget }) => dispatch({ kind: 'filter', filter: { text: currentTarget.value } })}
      />
      <div class="states" role="group" aria-label="Show tasks in these states">
        {TASK_STATES.map(state => (
          <button
            key={state}
            type="button"
            class={`state ${state}`}
            aria-pressed={filter.states.includes(state)}
            title={state}
            aria-label={state}
            onClick={() => toggle(state)}
          >
            {STATE_SIGNS[state]}
          </button>
        ))}
      </div>
      <select
        aria-label="Show tasks that took at least"
        value={filter.atLeast}
        onChange={({ currentTarget }) => dispatch({ kind: 'filter', filter: { atLeast: Number(currentTarget.value) } })}
      >
        {LIMITS.map(limit => (
          <option key={limit} value={limit}>
            {limit === 0 ? 'any duration' : `${duration(limit)} and more`}
          </option>
        ))}
      </select>
      {filter.window !== undefined && (
        <button type="button" onClick={() => dispatch({ kind: 'window', window: undefined })}>
          {duration(filter.window.from)} – {duration(filter.window.until)} ✕
        </button>
      )}
    </form>
  );
}
