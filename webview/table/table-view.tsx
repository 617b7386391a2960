/** All tasks, by the code that they run: the form of the recording that everybody can read. */

import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { isOfCode, isWanted, type TaskFilter } from '../../shared/panel/tasks.ts';
import type { SiteOrder } from '../../shared/panel/questions.ts';
import type { ViewProps } from '../app.tsx';
import { isAnswered, useAnswer, useHost } from '../host/use-answer.ts';
import { counted } from '../../shared/words.ts';
import type { State } from '../state.ts';
import { idOf } from './line.ts';
import { Lines, stretches } from './rows.ts';
import { SiteLine } from './site-line.tsx';
import { TaskLines } from './task-lines.tsx';
import { tableKeys } from './table-keys.ts';
import { useVisibleLines } from './virtual-list.ts';

const COLUMNS: readonly { readonly title: string; readonly by: SiteOrder; readonly hint: string }[] = [
  { title: 'Function', by: 'name', hint: 'The code that runs as a task' },
  { title: 'Tasks', by: 'count', hint: 'How often it was called' },
  { title: 'Not ended', by: 'alive', hint: 'Tasks that have not ended, or never did' },
  { title: 'Rejected', by: 'rejected', hint: 'Tasks that ended with an error' },
  { title: 'Total', by: 'total', hint: 'Time of all its tasks together' },
  { title: 'Median', by: 'median', hint: 'Half of its tasks took longer' },
  { title: 'p95', by: 'p95', hint: 'One in twenty took longer' },
  { title: 'Longest', by: 'most', hint: 'The slowest of its tasks' },
];

const isFiltered = (filter: TaskFilter): boolean => !isOfCode(filter) || !isWanted(undefined, filter);

const NO_TASK =
  "No task was recorded: none of the program's own async functions ran. " +
  'Packages are recorded where the setting asynclens.tracedPackages names them.';

/** The titles of the columns: a click on one sorts by it. */
const Head = ({ sorting, dispatch }: Pick<ViewProps, 'dispatch'> & Pick<State, 'sorting'>): JSX.Element => (
  <div class="line head" role="row" aria-rowindex={1}>
    {COLUMNS.map(({ title, by, hint }) => (
      <span
        key={by}
        role="columnheader"
        class={by === 'name' ? 'name' : 'number'}
        aria-sort={by !== sorting.by ? 'none' : sorting.descending ? 'descending' : 'ascending'}
      >
        <button title={hint} onClick={() => dispatch({ kind: 'sort', by })}>
          {title}
          {by === sorting.by && (sorting.descending ? ' ▾' : ' ▴')}
        </button>
      </span>
    ))}
  </div>
);

export function TableView({ state, dispatch }: ViewProps): JSX.Element {
  const host = useHost();
  const question = { kind: 'sites', filter: state.filter, sorting: state.sorting } as const;
  const known = useAnswer(question);
  const sites = known.kind === 'answered' ? known.answer : [];
  const lines = useMemo(() => new Lines(sites, state.open), [sites, state.open]);
  const visible = useVisibleLines(lines.count);
  const [active, activate] = useState(0);
  const selected = state.selection.kind === 'site' ? lines.lineOf(state.selection.site) : -1;
  useEffect(() => {
    if (selected === -1) return;
    activate(selected);
    visible.reveal(selected);
  }, [state.selection, selected === -1]);
  const keys = tableKeys({ lines, active, activate, dispatch, host, reveal: visible.reveal });
  if (known.kind === 'failed') return <p role="alert">{known.message}</p>;
  const common = { active, activate, selection: state.selection, dispatch };
  return (
    <div
      class="table"
      role="treegrid"
      tabIndex={0}
      aria-busy={!isAnswered(known, question)}
      ref={visible.scroller}
      aria-label={`${counted(sites.length, 'function')}; arrows move and open, Enter goes to the code`}
      aria-rowcount={lines.count + 1}
      aria-activedescendant={lines.count === 0 ? undefined : idOf(active)}
      onKeyDown={keys}
    >
      <Head sorting={state.sorting} dispatch={dispatch} />
      <div role="rowgroup" style={{ height: `${visible.height}px` }}>
        <div role="presentation" style={{ transform: `translateY(${visible.above}px)` }}>
          {stretches(lines, visible.first, visible.end).map(it =>
            it.kind === 'site' ? (
              <SiteLine key={it.row.site} {...it} {...common} />
            ) : (
              <TaskLines key={`${it.row.site} ${it.page}`} {...it} filter={state.filter} {...common} />
            ),
          )}
        </div>
      </div>
      {known.kind === 'answered' && sites.length === 0 && (
        <p class="empty">{isFiltered(state.filter) ? 'No task matches.' : NO_TASK}</p>
      )}
    </div>
  );
}
