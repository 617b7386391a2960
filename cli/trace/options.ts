/** What `asynclens trace` accepts. */

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error.ts';

export interface TraceOptions {
  /** The program to run, and its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
  /** The recording: absolute. */
  readonly file: string;
}

const DEFAULT_FILE = 'asynclens.trace';

const OPTIONS = { out: { type: 'string' } } as const;

/** `args` come after `trace`. @throws UsageError */
export function parseTraceOptions(args: readonly string[], cwd: string): TraceOptions {
  const end = args.indexOf('--');
  if (end === -1 || end === args.length - 1) {
    throw new UsageError(
      'Which program is to be recorded? Write it behind two dashes: `asynclens trace -- node app.js`.',
    );
  }
  const [program, ...rest] = args.slice(end + 1) as [string, ...string[]];
  const { out } = optionsIn(args.slice(0, end));
  return { command: [program, ...rest], file: resolve(cwd, out ?? DEFAULT_FILE) };
}

function optionsIn(args: readonly string[]): { out?: string } {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    // Node's messages name the option at fault; their advice after the full stop is for programmers.
    if (error instanceof TypeError) throw new UsageError(`${error.message.split(/\. /)[0]}. See \`asynclens --help\`.`);
    throw error;
  }
}
