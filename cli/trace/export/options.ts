/** What `asynclens export` accepts. */

import { resolve } from 'node:path';
import { argumentsIn, oneOf } from '../../arguments.ts';
import { UsageError } from '../../usage-error.ts';
import { DEFAULT_FILE } from '../options.ts';

/** What can be exported to, and the ending of files of that kind. */
export const TARGETS = { perfetto: '.perfetto-trace', otlp: '.otlp.jsonl' } as const;
export type Target = keyof typeof TARGETS;

export interface ExportOptions {
  /** The recording: absolute. */
  readonly file: string;
  readonly to: Target;
  /** What is written: absolute. */
  readonly out: string;
}

const OPTIONS = { to: { type: 'string' }, out: { type: 'string' } } as const;

/** `args` come after `export`. @throws UsageError */
export function parseExportOptions(args: readonly string[], cwd: string): ExportOptions {
  const { values, positionals } = argumentsIn('export', args, { options: OPTIONS, allowPositionals: true });
  const [file = DEFAULT_FILE, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`Only one recording can be exported at a time: what is "${more[0]}"?`);
  const to = oneOf('--to', Object.keys(TARGETS) as Target[], values.to);
  if (to === undefined) throw new UsageError('For which tool? Write `--to perfetto` or `--to otlp`.');
  return {
    file: resolve(cwd, file),
    to,
    out: resolve(cwd, values.out ?? file.replace(/\.trace$/, '') + TARGETS[to]),
  };
}
