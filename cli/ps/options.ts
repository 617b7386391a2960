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
export const DEFAULT_PORT = 9229;

/** `args` come after `ps`. @throws UsageError */
export function parsePsOptions(args: readonly string[]): PsOptions {
  const { values, positionals } = argumentsIn('ps', args, { options: OPTIONS, allowPositionals: true });
  return {
    pid: pidIn('ps', positionals),
    port: count('--port', values.port) ?? DEFAULT_PORT,
    yes: values.yes ?? false,
    json: values.json ?? false,
  };
}

/** The process that is named after a command. @throws UsageError */
export function pidIn(command: string, [pid, ...more]: readonly string[]): number {
  if (pid !== undefined && /^[1-9]\d*$/.test(pid) && more.length === 0) return Number(pid);
  throw new UsageError(`Which process? Write its number: \`asynclens ${command} 1234\`.`);
}
