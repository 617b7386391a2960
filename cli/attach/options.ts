/** What `asynclens attach` accepts. */

import { resolve } from 'node:path';
import { argumentsIn, count } from '../arguments.ts';
import { DEFAULT_PORT, pidIn } from '../ps/options.ts';
import { DEFAULT_FILE } from '../trace/options.ts';

export interface AttachOptions {
  readonly pid: number;
  /** On which the process is asked to listen; Node's default where it is not told another one. */
  readonly port: number;
  /** The recording: absolute. */
  readonly file: string;
  /** How long is recorded; `undefined` for as long as nobody interrupts. */
  readonly seconds: number | undefined;
  /** Whether it is told why promises are rejected. */
  readonly reasons: boolean;
}

const OPTIONS = {
  port: { type: 'string' },
  out: { type: 'string' },
  seconds: { type: 'string' },
  'no-reasons': { type: 'boolean' },
} as const;

/** `args` come after `attach`. @throws UsageError */
export function parseAttachOptions(args: readonly string[], cwd: string): AttachOptions {
  const { values, positionals } = argumentsIn('attach', args, { options: OPTIONS, allowPositionals: true });
  return {
    pid: pidIn('attach', positionals),
    port: count('--port', values.port) ?? DEFAULT_PORT,
    file: resolve(cwd, values.out ?? DEFAULT_FILE),
    seconds: count('--seconds', values.seconds),
    reasons: !values['no-reasons'],
  };
}
