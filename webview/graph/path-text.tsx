/** Where the time of a task went, in sentences. */

import type { JSX } from 'preact';
import type { CriticalPath } from '../../shared/panel/questions.ts';
import type { ViewProps } from '../app.tsx';
import { Prose } from '../prose.tsx';
import { duration } from '../words.ts';

export function PathText({
  path,
  dispatch,
}: Pick<ViewProps, 'dispatch'> & { readonly path: CriticalPath }): JSX.Element {
  return (
    <section class="path" aria-label="Critical path">
      <h3>
        Where{' '}
        <button class="link" onClick={() => dispatch({ kind: 'select', selection: { kind: 'task', ref: path.ref } })}>
          {duration(path.duration)}
        </button>{' '}
        went
      </h3>
      <ul>
        {path.sentences.map(sentence => (
          <li key={sentence}>
            <Prose text={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
