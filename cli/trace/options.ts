/** What `asynclens trace` accepts. */

import { resolve } from 'node:path';
import { DEFAULT_BLOCK_THRESHOLD, TIERS, type Tier } from '../../shared/trace/settings.ts';
import { argumentsIn, oneOf } from '../arguments.ts';
import type { CacheUse } from '../usage.ts';
import { UsageError } from '../usage-error.ts';

export interface TraceOptions {
  /** The program to run, and its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
  /** The recording: absolute. */
  readonly file: string;
  readonly cache: CacheUse;
  /** Milliseconds from which on it is noted that the event loop stood still; 0 for never. */
  readonly blockThreshold: number;
  readonly tier: Tier;
  /** Whether garbage is collected when the program has nothing left to do. */
  readonly collectGarbage: boolean;
  /** Whether it is told why promises are rejected. */
  readonly reasons: boolean;
}

/** Where a recording is written and looked for when nothing is said. */
export const DEFAULT_FILE = 'asynclens.trace';

const OPTIONS = {
  out: { type: 'string' },
  'no-cache': { type: 'boolean' },
  'cache-location': { type: 'string' },
  'block-threshold': { type: 'string' },
  tier: { type: 'string' },
  'collect-garbage': { type: 'boolean' },
  'no-reasons': { type: 'boolean' },
} as const;

/** `args` come after `trace`. @throws UsageError */
export function parseTraceOptions(args: readonly string[], cwd: string): TraceOptions {
  const end = args.indexOf('--');
  if (end === -1 || end === args.length - 1) {
    throw new UsageError(
      'Which program is to be recorded? Write it behind two dashes: `asynclens trace -- node app.js`.',
    );
  }
  const [program, ...rest] = args.slice(end + 1) as [string, ...string[]];
  const { values } = argumentsIn(args.slice(0, end), { options: OPTIONS });
  return {
    command: [program, ...rest],
    file: resolve(cwd, values.out ?? DEFAULT_FILE),
    cache: values['no-cache'] ? { kind: 'none' } : { kind: 'kept', folder: values['cache-location'] },
    blockThreshold: milliseconds(values['block-threshold']),
    tier: oneOf('--tier', TIERS, values.tier) ?? 'sites',
    collectGarbage: values['collect-garbage'] ?? false,
    reasons: !values['no-reasons'],
  };
}

function milliseconds(text: string | undefined): number {
  if (text === undefined) return DEFAULT_BLOCK_THRESHOLD;
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value < Infinity) return value;
  throw new UsageError(`--block-threshold is in milliseconds, such as 50, or 0 for no look at blocks; got "${text}".`);
}
