/** The story of the selected task: who started it, what it waited for, how it ended. */

import type { JSX } from 'preact';
import { FOR_EVER } from '../../shared/panel/for-ever.ts';
import type { LoopBlock, Story, StoryAwait } from '../../shared/panel/story.ts';
import type { TaskRef } from '../../shared/panel/tasks.ts';
import { counted } from '../../shared/words.ts';
import type { ViewProps } from '../app.tsx';
import { useAnswer } from '../host/use-answer.ts';
import { Prose } from '../prose.tsx';
import { lifeInWords, STATE_SIGNS, waitInWords } from '../words.ts';
import { PlaceLink } from './place-link.tsx';
import { Shares } from './shares.tsx';
import { TaskLink } from './task-link.tsx';
import { WaitBranches } from './wait-branches.tsx';

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
  const { name, place, state, reason, startedBy, abortedBy, awaits, moreAwaits, awaitedBy, blocks } = story;
  return (
    <>
      <h2>
        <span class={`sign ${state}`} aria-hidden="true">
          {STATE_SIGNS[state]}
        </span>{' '}
        <Prose text={name} /> <PlaceLink place={place} />
      </h2>
      {/* Told when another task is selected, or the state changes; not while times go on. */}
      <p class="hidden" role="status">
        {`${name.replaceAll('`', '')}, ${state}`}
      </p>
      <p>
        {lifeInWords(story)}
      </p>
      {reason !== '' && <p class="rejected">{reason}</p>}
      {abortedBy !== undefined && (
        <p>
          Aborted by <TaskLink text={abortedBy.text} task={abortedBy.ref} select={select} />.
        </p>
      )}
      <Shares {...story} />
      <h3>Started by</h3>
      <p>
        <TaskLink text={startedBy.text} task={startedBy.ref} select={select} />
      </p>
      {blocks.map((block, at) => (
        <Blocked key={at} block={block} />
      ))}
      {awaits.length > 0 && <h3>Waits</h3>}
      <ol class="waits">
        {awaits.map((it, at) => (
          <Wait key={at} wait={it} select={select} />
        ))}
      </ol>
      {moreAwaits > 0 && <p class="faint">and {counted(moreAwaits, 'wait')} more</p>}
      <h3>Awaited by</h3>
      {awaitedBy.length === 0 ? <p>nobody</p> : <WaitBranches branches={awaitedBy} select={select} />}
    </>
  );
}

const Blocked = ({ block: { text, stack } }: { readonly block: LoopBlock }): JSX.Element => (
  <>
    <h3>Blocked the event loop</h3>
    <p>
      <Prose text={text} />.
    </p>
    <ol class="waits">
      {stack.map(({ name, place }, at) => (
        <li key={at}>
          <Prose text={name} /> <PlaceLink place={place} />
        </li>
      ))}
    </ol>
  </>
);

const Wait = ({ wait, select }: Props & { readonly wait: StoryAwait }): JSX.Element => (
  <li>
    <PlaceLink place={wait.place} /> <TaskLink text={wait.text} task={wait.ref} select={select} />{' '}
    <span class="faint">
      {wait.pending && wait.duration < FOR_EVER ? 'so far ' : ''}
      {waitInWords(wait.from, wait.duration)}
    </span>
  </li>
);
