/** What `asynclens ps` accepts. */

import { argumentsIn, count } from '../arguments.ts';
import { UsageError } from '../usage-error.ts';

export interface PsOptions {
  readonly pid: number;
  /** On which the process is asked to listen; Node's default where it is not told another one. */
  readonly port: number;
  /** Whether a long pause is agreed to. */
  readonly yes: boolean;
  readonly json: boolean;
}

const OPTIONS = {
  port: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
  json: { type: 'boolean' },
} as const;

/** That of the inspector, when a process is not told another one by `--inspect-port`. */
const DEFAULT_PORT = 9229;

/** `args` come after `ps`. @throws UsageError */
export function parsePsOptions(args: readonly string[]): PsOptions {
  const { values, positionals } = argumentsIn(args, { options: OPTIONS, allowPositionals: true });
  const [pid, ...more] = positionals;
  if (pid === undefined || !/^[1-9]\d*$/.test(pid) || more.length > 0) {
    throw new UsageError('Which process? Write its number: `asynclens ps 1234`.');
  }
  return {
    pid: Number(pid),
    port: count('--port', values.port) ?? DEFAULT_PORT,
    yes: values.yes ?? false,
    json: values.json ?? false,
  };
}
