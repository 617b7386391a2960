/** What leads to a task. */

import type { JSX } from 'preact';
import type { TaskRef } from '../../shared/panel/tasks.ts';
import { Prose } from '../prose.tsx';

interface Props {
  readonly text: string;
  /** Without one, it is only text. */
  readonly task: TaskRef | undefined;
  readonly select: (ref: TaskRef) => void;
}

export function TaskLink({ text, task, select }: Props): JSX.Element {
  if (task === undefined) return <Prose text={text} />;
  return (
    <button class="link" onClick={() => select(task)}>
      <Prose text={text} />
    </button>
  );
}
