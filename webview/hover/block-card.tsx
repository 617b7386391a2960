/** What kept the event loop from everything else, and the calls that led there. */

import type { JSX } from 'preact';
import type { LoopBlock } from '../../shared/panel/story.ts';
import { Prose } from '../prose.tsx';
import { placeText } from '../words.ts';

export const BlockCard = ({ block: { text, stack } }: { readonly block: LoopBlock }): JSX.Element => (
  <>
    <p>
      <Prose text={text} />.
    </p>
    <ol class="stack">
      {stack.map(({ name, place }, at) => (
        <li key={at}>
          <Prose text={name} /> <span class="faint">{placeText(place)}</span>
        </li>
      ))}
    </ol>
  </>
);
