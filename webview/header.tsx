/** What is to be known of the whole recording: how it ended, what is missing from it, and what was found in it. */

import type { ComponentChildren, JSX } from 'preact';
import type { Overview } from '../shared/panel/questions.ts';
import { counted } from '../shared/words.ts';
import type { Known } from './host/use-answer.ts';
import { Prose } from './prose.tsx';
import { duration } from './words.ts';

const PROGRESS: Readonly<Record<Overview['progress'], string>> = {
  live: 'Recording: ',
  reading: 'Reading: ',
  complete: '',
};

interface Props {
  readonly known: Known<{ kind: 'overview' }>;
  /** What the header leads to, if anything. */
  readonly children: ComponentChildren;
}

export function Header({ known, children }: Props): JSX.Element {
  if (known.kind === 'asked') return <header class="header">Reading the recording…</header>;
  if (known.kind === 'failed') return <header class="header">{known.message}</header>;
  const { missing, failures } = known.answer;
  return (
    <header>
      <div class="header">
        <span>{inShort(known.answer)}</span>
        {missing.length > 0 && <Missing things={missing} />}
        {children}
      </div>
      {failures.map(it => (
        <p key={it} class="failure" role="alert">
          <span aria-hidden="true">✗</span> <Prose text={it} />
        </p>
      ))}
    </header>
  );
}

function inShort({ progress, tasks, threads, duration: whole, exitCode }: Overview): string {
  return [
    `${PROGRESS[progress]}${counted(tasks, 'task')} in ${duration(whole)}`,
    ...(threads.length > 1 ? [counted(threads.length, 'thread')] : []),
    ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
  ].join(', ');
}

const Missing = ({ things }: { readonly things: readonly string[] }): JSX.Element => (
  <details class="gaps">
    <summary>{counted(things.length, 'thing')} missing</summary>
    <ul>
      {things.map(it => (
        <li key={it}>{it}</li>
      ))}
    </ul>
  </details>
);
