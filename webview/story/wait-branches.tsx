/** A tree of tasks that wait: those at one place in the code are one line, with their count. */

import type { JSX } from 'preact';
import { FOR_EVER } from '../../shared/panel/for-ever.ts';
import type { WaitBranch } from '../../shared/panel/story.ts';
import type { TaskRef } from '../../shared/panel/tasks.ts';
import { grouped } from '../../shared/words.ts';
import { Prose } from '../prose.tsx';
import { waitInWords } from '../words.ts';
import { PlaceLink } from './place-link.tsx';
import { TaskLink } from './task-link.tsx';

interface Props {
  readonly branches: readonly WaitBranch[];
  readonly select: (ref: TaskRef) => void;
}

export const WaitBranches = ({ branches, select }: Props): JSX.Element => (
  <ul class="branches">
    {branches.map((branch, at) => (
      <li key={at}>
        {branch.count > 1 && <span class="count">{grouped(branch.count)}× </span>}
        <TaskLink text={branch.name} task={branch.ref} select={select} /> <PlaceLink place={branch.place} />{' '}
        <span class="faint">
          at <Prose text={branch.awaits} />, {branch.count > 1 && branch.longest < FOR_EVER ? 'up to ' : ''}
          {waitInWords(branch.since, branch.longest)}
        </span>
        {branch.branches.length > 0 && <WaitBranches branches={branch.branches} select={select} />}
      </li>
    ))}
  </ul>
);
