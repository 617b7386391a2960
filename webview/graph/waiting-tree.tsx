/** What is suspended: a tree from tasks for which nobody waits to what they wait for. */

import type { JSX } from 'preact';
import type { ViewProps } from '../app.tsx';
import { useAnswer } from '../host/use-answer.ts';
import { WaitBranches } from '../story/wait-branches.tsx';

export function WaitingTree({ dispatch }: ViewProps): JSX.Element {
  const known = useAnswer({ kind: 'waiting' });
  if (known.kind === 'asked') return <p class="empty">…</p>;
  if (known.kind === 'failed') return <p role="alert">{known.message}</p>;
  if (known.answer.length === 0) return <p class="empty">No task waits for anything at the end of this recording.</p>;
  return (
    <section class="waiting" aria-label="Who waits for what">
      <WaitBranches
        branches={known.answer}
        select={ref => dispatch({ kind: 'select', selection: { kind: 'task', ref } })}
      />
    </section>
  );
}
