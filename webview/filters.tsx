/** Which tasks all views show. */

import type { JSX } from 'preact';
import type { Window } from '../shared/panel/tasks.ts';
import type { ViewProps } from './app.tsx';
import { appliedIn, isIgnored } from './applied-filters.ts';
import { CodeFilter } from './code-filter.tsx';
import { StateFilter } from './state-filter.tsx';
import { duration } from './words.ts';

/** Milliseconds. */
const LIMITS = [0, 1, 10, 100, 1000, 10_000];

export function Filters({ state, dispatch }: ViewProps): JSX.Element {
  const { filter } = state;
  const applied = appliedIn(state);
  return (
    <form class="filters" role="search" onSubmit={event => event.preventDefault()}>
      <input
        type="search"
        placeholder="Function or file"
        aria-label="Show tasks of this function or file"
        disabled={!applied.code}
        value={filter.text}
        onInput={({ currentTarget }) => dispatch({ kind: 'filter', filter: { text: currentTarget.value } })}
      />
      <CodeFilter state={state} dispatch={dispatch} disabled={!applied.code} />
      <StateFilter chosen={filter.states} disabled={!applied.tasks} dispatch={dispatch} />
      <select
        aria-label="Show tasks that took at least"
        disabled={!applied.tasks}
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
        <button
          type="button"
          aria-label={`Show tasks of all times, not only of ${timesOf(filter.window)}`}
          disabled={!applied.tasks}
          onClick={() => dispatch({ kind: 'window', window: undefined })}
        >
          {timesOf(filter.window)} ✕
        </button>
      )}
      <span class="faint" role="status">
        {isIgnored(filter, applied) ? applied.exception : ''}
      </span>
    </form>
  );
}

const timesOf = ({ from, until }: Window): string => `${duration(from)} – ${duration(until)}`;
