/** What a task spent its time on. */

import type { JSX } from 'preact';
import { FOR_EVER } from '../../shared/panel/for-ever.ts';
import type { Brief } from '../../shared/panel/story.ts';
import { duration } from '../words.ts';

const SHARES = ['running', 'ready', 'suspended'] as const;

type Times = Pick<Brief, (typeof SHARES)[number]>;

export function Shares(times: Times): JSX.Element {
  return (
    <>
      <div class="shares" aria-hidden="true">
        {SHARES.map(state => (
          <span key={state} class={`share ${state}`} style={{ flexGrow: partOf(times, state) }} />
        ))}
      </div>
      <p class="faint">{SHARES.map(state => `${state}\u00a0${inWords(times[state])}`).join(' · ')}</p>
    </>
  );
}

/** From 0 to 1. For ever is all. */
function partOf(times: Times, state: keyof Times): number {
  if (times.suspended === FOR_EVER) return state === 'suspended' ? 1 : 0;
  const whole = SHARES.reduce((sum, it) => sum + times[it], 0) || 1;
  return times[state] / whole;
}

const inWords = (ms: number): string => (ms === FOR_EVER ? 'for ever' : duration(ms));
