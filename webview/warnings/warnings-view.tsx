/** What is wrong: run-time warnings, the worst first, each with the tasks that show it. */

import { Fragment, type JSX } from 'preact';
import { FOR_EVER } from '../../shared/panel/for-ever.ts';
import type { WarningEvidence, WarningRow } from '../../shared/panel/questions.ts';
import { isWanted, type Window } from '../../shared/panel/tasks.ts';
import type { KnowingProps, ViewProps } from '../app.tsx';
import { Prose } from '../prose.tsx';
import { PlaceLink } from '../story/place-link.tsx';
import { counted } from '../../shared/words.ts';
import { duration, NEVER } from '../words.ts';
import { SeveritySign } from './severity-sign.tsx';

export function WarningsView({ state: { filter }, found: known, overview, dispatch }: KnowingProps): JSX.Element {
  if (known.kind === 'asked') return <p class="empty">…</p>;
  if (known.kind === 'failed') return <p role="alert">{known.message}</p>;
  if (known.answer.length === 0) return <p class="empty">{nothing(overview)}</p>;
  const shown = known.answer.filter(({ code }) =>
    (code.length === 0 ? [undefined] : code).some(it => isWanted(it, filter)),
  );
  if (shown.length === 0) return <p class="empty">No finding is in the code that the filter leaves.</p>;
  return (
    <ul class="warnings">
      {shown.map((warning, at) => (
        <Warning key={at} warning={warning} dispatch={dispatch} />
      ))}
    </ul>
  );
}

/** A program that came to a bad end before it did much has nothing to be found. */
function nothing(overview: KnowingProps['overview']): string {
  const failed = overview.kind === 'answered' && overview.answer.failures.length > 0;
  return failed
    ? 'Nothing was found besides how the program ended: see above.'
    : 'Nothing is wrong in this recording, as far as can be seen.';
}

function timesOf({ from, until }: Window): string {
  if (until === FOR_EVER) return `since ${duration(from)} (${NEVER})`;
  return duration(from) === duration(until) ? `at ${duration(from)}` : `${duration(from)} – ${duration(until)}`;
}

function Warning({ warning, dispatch }: Pick<ViewProps, 'dispatch'> & { readonly warning: WarningRow }): JSX.Element {
  const { name, severity, message, advice, count, place, evidence, also } = warning;
  return (
    <li class={`warning ${severity}`}>
      <p>
        <SeveritySign severity={severity} /> <Prose text={message} /> <PlaceLink place={place} />{' '}
        <Kind name={name} count={count} />
      </p>
      <p class="faint">
        <Prose text={advice} />
      </p>
      <Evidence evidence={evidence} dispatch={dispatch} />
      {also.map(other => (
        <Fragment key={other.name}>
          <p>
            Also: <Prose text={other.message} /> <Kind name={other.name} count={other.count} />
          </p>
          <Evidence evidence={other.evidence} dispatch={dispatch} />
        </Fragment>
      ))}
    </li>
  );
}

const Kind = ({ name, count }: Pick<WarningRow, 'name' | 'count'>): JSX.Element => (
  <>
    <span class="kind">{name}</span>
    {count > 1 && <span class="badge">{counted(count, 'time')}</span>}
  </>
);

interface EvidenceProps extends Pick<ViewProps, 'dispatch'> {
  readonly evidence: readonly WarningEvidence[];
}

const Evidence = ({ evidence, dispatch }: EvidenceProps): JSX.Element => (
  <ol>
    {evidence.map(({ text, place, ref, window }, index) => (
      <li key={index}>
        <button
          class="link"
          onClick={() => ref !== undefined && dispatch({ kind: 'select', selection: { kind: 'task', ref } })}
        >
          <Prose text={text} />
        </button>{' '}
        <PlaceLink place={place} /> <span class="faint">{timesOf(window)}</span>
      </li>
    ))}
  </ol>
);
