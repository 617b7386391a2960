/** Lines for tasks of one function, which are asked for by the page. */

import type { JSX } from 'preact';
import { FOR_EVER } from '../../shared/panel/for-ever.ts';
import type { SiteRow, TaskRow } from '../../shared/panel/questions.ts';
import type { TaskFilter } from '../../shared/panel/tasks.ts';
import { useAnswer, useHost } from '../host/use-answer.ts';
import { Prose } from '../prose.tsx';
import { duration, NEVER, placeText, STATE_SIGNS } from '../words.ts';
import { classOf, idOf, type LineProps } from './line.ts';
import { PAGE } from './rows.ts';

interface Props extends LineProps {
  readonly row: SiteRow;
  readonly filter: TaskFilter;
  readonly page: number;
  /** The first task that is shown, and how many. */
  readonly from: number;
  readonly count: number;
}

export function TaskLines({ row, filter, page, from, count, line, ...common }: Props): JSX.Element {
  const known = useAnswer({
    kind: 'tasks',
    site: row.site,
    filter,
    skip: page,
    limit: PAGE,
  });
  const rows = known.kind === 'answered' ? known.answer.rows : [];
  return (
    <>
      {Array.from({ length: count }, (_, at) => {
        const task = rows[from - page + at];
        return task === undefined ? (
          <div key={at} id={idOf(line + at)} class="line task" role="row" aria-level={2} aria-busy="true">
            <span role="gridcell" class="name">
              …
            </span>
          </div>
        ) : (
          <TaskLine key={at} task={task} {...common} line={line + at} />
        );
      })}
    </>
  );
}

function TaskLine({
  task,
  line,
  active,
  activate,
  selection,
  dispatch,
}: LineProps & { readonly task: TaskRow }): JSX.Element {
  const host = useHost();
  const { ref, state, start, awaits, awaitedAt, awaitsSince } = task;
  const isStuck = state === 'suspended' && task.duration === FOR_EVER;
  const isSelected =
    selection.kind === 'task' && selection.ref.task === ref.task && selection.ref.thread === ref.thread;
  return (
    <div
      id={idOf(line)}
      class={classOf('task', line, active)}
      role="row"
      aria-level={2}
      aria-rowindex={line + 2}
      aria-selected={isSelected}
      onClick={() => {
        activate(line);
        dispatch({ kind: 'select', selection: { kind: 'task', ref } });
      }}
    >
      <span role="gridcell" class="name">
        <span class={`sign ${state}`} aria-hidden="true">
          {STATE_SIGNS[state]}
        </span>{' '}
        {state}{' '}
        {awaits !== '' && (
          <span class="label faint">
            <Prose text={awaits} />
          </span>
        )}{' '}
        {awaitedAt !== undefined && (
          <a class="place" tabIndex={-1} onClick={() => host.open(awaitedAt)} title={awaitedAt.file}>
            {placeText(awaitedAt)}
          </a>
        )}
      </span>
      <span role="gridcell" class="number wide">
        {isStuck ? `waiting since ${duration(awaitsSince)}` : `from ${duration(start)}`}
      </span>
      <span role="gridcell" class="number">
        {task.duration === FOR_EVER ? NEVER : duration(task.duration)}
      </span>
    </div>
  );
}
