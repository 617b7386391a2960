/** A line for all tasks of one function. */

import type { JSX } from 'preact';
import { FOR_EVER } from '../../shared/panel/for-ever.ts';
import type { SiteRow } from '../../shared/panel/questions.ts';
import { useHost } from '../host/use-answer.ts';
import { grouped as count } from '../../shared/words.ts';
import { duration, NEVER, placeText } from '../words.ts';
import { classOf, idOf, type LineProps } from './line.ts';

interface Props extends LineProps {
  readonly row: SiteRow;
  readonly isOpen: boolean;
}

export function SiteLine({ row, isOpen, line, active, activate, selection, dispatch }: Props): JSX.Element {
  const host = useHost();
  const select = (): void => {
    activate(line);
    dispatch({ kind: 'select', selection: { kind: 'site', site: row.site } });
  };
  return (
    <div
      id={idOf(line)}
      class={classOf('site', line, active)}
      role="row"
      aria-level={1}
      aria-rowindex={line + 2}
      aria-expanded={isOpen}
      aria-selected={selection.kind === 'site' && selection.site === row.site}
      onClick={select}
      onDblClick={() => dispatch({ kind: 'toggle', site: row.site })}
    >
      <span role="gridcell" class="name">
        <span class="twistie" aria-hidden="true" onClick={() => dispatch({ kind: 'toggle', site: row.site })}>
          {isOpen ? '▾' : '▸'}
        </span>
        <span class="label">{row.name}</span>{' '}
        <a class="place" tabIndex={-1} onClick={() => host.open(row.place)} title={row.place.file}>
          {placeText(row.place)}
        </a>
      </span>
      <Numbers values={[count(row.count), some(row.alive), some(row.rejected)]} />
      <Numbers
        values={[...[row.total, row.median, row.p95].map(known), row.most === FOR_EVER ? NEVER : duration(row.most)]}
      />
    </div>
  );
}

/** Of what never ended, the last column tells. */
const known = (ms: number): string => (ms === FOR_EVER ? '–' : duration(ms));

/** Zeros are not written: what there is stands out. */
const some = (number: number): string => (number === 0 ? '' : count(number));

const Numbers = ({ values }: { readonly values: readonly string[] }): JSX.Element => (
  <>
    {values.map((value, at) => (
      <span key={at} role="gridcell" class="number">
        {value}
      </span>
    ))}
  </>
);
