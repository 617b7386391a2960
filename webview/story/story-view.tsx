/** The story of the selected task: who started it, what it waited for, how it ended. */

import type { JSX } from 'preact';
import type { SourcePlace, Story, StoryAwait, TaskRef } from '../../shared/panel/questions.ts';
import type { ViewProps } from '../app.tsx';
import { useAnswer, useHost } from '../host/use-answer.ts';
import { Prose } from '../prose.tsx';
import { counted } from '../../shared/words.ts';
import { duration, placeText, STATE_SIGNS } from '../words.ts';

export function StoryView({ state: { selection }, dispatch }: ViewProps): JSX.Element {
  const select = (ref: TaskRef): void => dispatch({ kind: 'select', selection: { kind: 'task', ref } });
  return (
    <aside class="story" aria-label="Selected task">
      {selection.kind === 'task' && <TaskStory task={selection.ref} select={select} />}
    </aside>
  );
}

interface Props {
  readonly select: (ref: TaskRef) => void;
}

function TaskStory({ task, select }: Props & { readonly task: TaskRef }): JSX.Element {
  const known = useAnswer({ kind: 'story', ref: task });
  if (known.kind === 'asked') return <p class="empty">…</p>;
  if (known.kind === 'failed') return <p role="alert">{known.message}</p>;
  if (known.answer === undefined) return <p class="empty">The recording does not have this task any more.</p>;
  return <Told story={known.answer} select={select} />;
}

function Told({ story, select }: Props & { readonly story: Story }): JSX.Element {
  const { name, place, state, reason, start, running, ready, suspended, startedBy, awaits, moreAwaits, awaitedBy } = story;
  return (
    <>
      <h2>
        <span class={`sign ${state}`} aria-hidden="true">
          {STATE_SIGNS[state]}
        </span>{' '}
        <Prose text={name} /> <PlaceLink place={place} />
      </h2>
      <p>
        {sentence(state)} {duration(story.duration)}, from {duration(start)} on.
      </p>
      {reason !== '' && <p class="rejected">{reason}</p>}
      <Shares running={running} ready={ready} suspended={suspended} />
      <h3>Started by</h3>
      <p>
        <TaskLink text={startedBy.text} task={startedBy.ref} select={select} />
      </p>
      {awaits.length > 0 && <h3>Waits</h3>}
      <ol class="waits">
        {awaits.map((it, at) => (
          <Wait key={at} wait={it} select={select} />
        ))}
      </ol>
      {moreAwaits > 0 && <p class="faint">and {counted(moreAwaits, 'wait')} more</p>}
      <h3>Awaited by</h3>
      {awaitedBy.length === 0 && <p>nobody</p>}
      <ul class="waits">
        {awaitedBy.map((it, at) => (
          <li key={at}>
            <TaskLink text={it.text} task={it.ref} select={select} />
          </li>
        ))}
      </ul>
    </>
  );
}

function sentence(state: Story['state']): string {
  switch (state) {
    case 'fulfilled':
      return 'Came to its end in';
    case 'rejected':
      return 'Failed after';
    case 'lost':
      return 'Ended unseen, after at least';
    default:
      return `Is ${state}, after`;
  }
}

const SHARES = ['running', 'ready', 'suspended'] as const;

function Shares(times: Readonly<Record<(typeof SHARES)[number], number>>): JSX.Element {
  const whole = SHARES.reduce((sum, state) => sum + times[state], 0) || 1;
  return (
    <>
      <div class="shares" aria-hidden="true">
        {SHARES.map(state => (
          <span key={state} class={`share ${state}`} style={{ flexGrow: times[state] / whole }} />
        ))}
      </div>
      <p class="faint">{SHARES.map(state => `${state} ${duration(times[state])}`).join(' · ')}</p>
    </>
  );
}

function Wait({ wait, select }: Props & { readonly wait: StoryAwait }): JSX.Element {
  return (
    <li>
      <PlaceLink place={wait.place} /> <TaskLink text={wait.text} task={wait.ref} select={select} />{' '}
      <span class="faint">
        {wait.pending ? 'since' : ''} {duration(wait.duration)}
      </span>
    </li>
  );
}

function TaskLink({ text, task, select }: Props & { readonly text: string; readonly task: TaskRef | undefined }): JSX.Element {
  if (task === undefined) return <Prose text={text} />;
  return (
    <button class="link" onClick={() => select(task)}>
      <Prose text={text} />
    </button>
  );
}

export function PlaceLink({ place }: { readonly place: SourcePlace | undefined }): JSX.Element {
  const host = useHost();
  if (place === undefined) return <></>;
  return (
    <button class="link place" title={place.file} onClick={() => host.open(place)}>
      {placeText(place)}
    </button>
  );
}
