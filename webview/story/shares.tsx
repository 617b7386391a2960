/** What a task spent its time on. */

import type { JSX } from 'preact';
import type { Brief } from '../../shared/panel/story.ts';
import { duration } from '../words.ts';

const SHARES = ['running', 'ready', 'suspended'] as const;

export function Shares(times: Pick<Brief, (typeof SHARES)[number]>): JSX.Element {
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
