/** What is to be known of the whole recording, and what is missing from it. */

import type { JSX } from 'preact';
import { useAnswer } from './host/use-answer.ts';
import { counted } from '../shared/words.ts';
import { duration } from './words.ts';

export function Header(): JSX.Element {
  const known = useAnswer({ kind: 'overview' });
  if (known.kind === 'asked') return <header class="header">Reading the recording…</header>;
  if (known.kind === 'failed') return <header class="header">{known.message}</header>;
  const { tasks, threads, duration: whole, live, missing } = known.answer;
  return (
    <header class="header">
      <span>
        {live ? 'Recording: ' : ''}
        {counted(tasks, 'task')} in {duration(whole)}
        {threads.length > 1 ? `, ${counted(threads.length, 'thread')}` : ''}
      </span>
      {missing.length > 0 && (
        <details class="gaps">
          <summary>{counted(missing.length, 'thing')} missing</summary>
          <ul>
            {missing.map(it => (
              <li key={it}>{it}</li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}
