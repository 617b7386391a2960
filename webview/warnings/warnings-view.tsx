/** What is wrong: run-time warnings, the worst first, each with the tasks that show it. */

import type { JSX } from 'preact';
import type { WarningRow } from '../../shared/panel/questions.ts';
import type { ViewProps } from '../app.tsx';
import { useAnswer } from '../host/use-answer.ts';
import { Prose } from '../prose.tsx';
import { PlaceLink } from '../story/place-link.tsx';
import { counted } from '../../shared/words.ts';
import { duration } from '../words.ts';

const SIGNS: Readonly<Record<WarningRow['severity'], string>> = { error: '✗', warn: '▲', info: 'ℹ', hint: '·' };

export function WarningsView({ dispatch }: ViewProps): JSX.Element {
  const known = useAnswer({ kind: 'warnings' });
  if (known.kind === 'asked') return <p class="empty">…</p>;
  if (known.kind === 'failed') return <p role="alert">{known.message}</p>;
  if (known.answer.length === 0) return <p class="empty">Nothing is wrong in this recording, as far as can be seen.</p>;
  return (
    <ul class="warnings">
      {known.answer.map((warning, at) => (
        <Warning key={at} warning={warning} dispatch={dispatch} />
      ))}
    </ul>
  );
}

function Warning({ warning, dispatch }: Pick<ViewProps, 'dispatch'> & { readonly warning: WarningRow }): JSX.Element {
  const { name, severity, message, advice, count, place, evidence } = warning;
  return (
    <li class={`warning ${severity}`}>
      <p>
        <span class={`severity ${severity}`} aria-label={severity}>
          {SIGNS[severity]}
        </span>{' '}
        <Prose text={message} /> <PlaceLink place={place} /> <span class="faint">{name}</span>
        {count > 1 && <span class="badge">{counted(count, 'time')}</span>}
      </p>
      <p class="faint">
        <Prose text={advice} />
      </p>
      <ol>
        {evidence.map(({ text, place: at, ref, window }, index) => (
          <li key={index}>
            <button
              class="link"
              onClick={() => ref !== undefined && dispatch({ kind: 'select', selection: { kind: 'task', ref } })}
            >
              <Prose text={text} />
            </button>{' '}
            <PlaceLink place={at} />{' '}
            <span class="faint">
              {duration(window.from)} – {duration(window.until)}
            </span>
          </li>
        ))}
      </ol>
    </li>
  );
}
