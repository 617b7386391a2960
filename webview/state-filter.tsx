/** Which states the tasks are in that all views show: a button that opens the choice of several. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TASK_STATES, type TaskState } from '../shared/panel/tasks.ts';
import type { ViewProps } from './app.tsx';
import { STATE_SIGNS } from './words.ts';

interface Props extends Pick<ViewProps, 'dispatch'> {
  readonly chosen: readonly TaskState[];
  readonly disabled: boolean;
}

export function StateFilter({ chosen, disabled, dispatch }: Props): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const toggle = (one: TaskState): void => {
    const others = chosen.filter(it => it !== one);
    dispatch({ kind: 'filter', filter: { states: others.length < chosen.length ? others : [...others, one] } });
  };
  return (
    <div
      class="states"
      onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
      onFocusOut={({ currentTarget, relatedTarget }) =>
        currentTarget.contains(relatedTarget as Node | null) || setOpen(false)
      }
    >
      <button
        type="button"
        class="opener"
        aria-label={`Show tasks in these states: ${inWords(chosen)}`}
        aria-expanded={isOpen}
        disabled={disabled}
        onClick={() => setOpen(!isOpen)}
      >
        {inWords(chosen)} <span aria-hidden="true">▾</span>
      </button>
      {isOpen && (
        <div class="choices" role="group" aria-label="States">
          {TASK_STATES.map(one => (
            <button key={one} type="button" aria-pressed={chosen.includes(one)} onClick={() => toggle(one)}>
              <span class={one} aria-hidden="true">
                {STATE_SIGNS[one]}
              </span>{' '}
              {one}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const inWords = (chosen: readonly TaskState[]): string => (chosen.length === 0 ? 'any state' : chosen.join(', '));
