/** A task's story in short. */

import type { JSX } from 'preact';
import type { TaskRef } from '../../shared/panel/tasks.ts';
import { useAnswer } from '../host/use-answer.ts';
import { Prose } from '../prose.tsx';
import { Shares } from '../story/shares.tsx';
import { lifeInWords, placeText, STATE_SIGNS, waitInWords } from '../words.ts';

export function TaskCard({ task }: { readonly task: TaskRef }): JSX.Element {
  const known = useAnswer({ kind: 'brief', ref: task });
  // Until the answer is there, that for the task before stands: it is not this one's.
  if (known.kind !== 'answered' || known.answer === undefined || known.question.ref !== task) return <>…</>;
  const { name, place, state, reason, startedBy, abortedBy, lastWait } = known.answer;
  return (
    <>
      <strong>
        <span class={`sign ${state}`}>{STATE_SIGNS[state]}</span> <Prose text={name} />
      </strong>
      {place !== undefined && <span class="faint"> {placeText(place)}</span>}
      <p>{lifeInWords(known.answer)}</p>
      {reason !== '' && <p class="rejected">{reason}</p>}
      {abortedBy !== undefined && (
        <p>
          Aborted by <Prose text={abortedBy.text} />.
        </p>
      )}
      <Shares {...known.answer} />
      <p>
        Started by <Prose text={startedBy.text} />.
      </p>
      {lastWait !== undefined && (
        <p>
          {lastWait.pending ? 'Waits' : 'Waited last'} for <Prose text={lastWait.text} />
          {lastWait.place !== undefined && ` at ${placeText(lastWait.place)}`},{' '}
          {waitInWords(lastWait.from, lastWait.duration)}.
        </p>
      )}
    </>
  );
}
