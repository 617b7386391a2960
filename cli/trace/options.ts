/** What `asynclens trace` accepts. */

import { resolve } from 'node:path';
import { DEFAULT_BLOCK_THRESHOLD, DEFAULT_SAMPLE_ABOVE, TIERS, type Tier } from '../../shared/trace/settings.ts';
import { argumentsIn, oneOf } from '../arguments.ts';
import type { CacheUse } from '../check-options.ts';
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
  /** Tasks of one function in a second from which on not all of them are recorded; 0 for never. */
  readonly sampleAbove: number;
  /** Names of packages below `node_modules` that are looked into, too; `*` means all. */
  readonly packages: readonly string[];
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
  'sample-above': { type: 'string' },
  package: { type: 'string', multiple: true },
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
  const { values } = argumentsIn('trace', args.slice(0, end), { options: OPTIONS });
  return {
    command: [program, ...rest],
    file: resolve(cwd, values.out ?? DEFAULT_FILE),
    cache: values['no-cache'] ? { kind: 'none' } : { kind: 'kept', folder: values['cache-location'] },
    blockThreshold: numberOf(values['block-threshold'], DEFAULT_BLOCK_THRESHOLD, BLOCK_THRESHOLD),
    tier: oneOf('--tier', TIERS, values.tier) ?? 'sites',
    collectGarbage: values['collect-garbage'] ?? false,
    reasons: !values['no-reasons'],
    sampleAbove: numberOf(values['sample-above'], DEFAULT_SAMPLE_ABOVE, SAMPLE_ABOVE),
    packages: values.package ?? [],
  };
}

const BLOCK_THRESHOLD = '--block-threshold is in milliseconds, such as 50, or 0 for no look at blocks';
const SAMPLE_ABOVE = '--sample-above is in tasks per second, such as 250000, or 0 to record all';

/** `expected` says what an option takes. */
function numberOf(text: string | undefined, preset: number, expected: string): number {
  if (text === undefined) return preset;
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value < Infinity) return value;
  throw new UsageError(`${expected}; got "${text}".`);
}
