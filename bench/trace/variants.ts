/** Ways to run a workload: the environment of each, given a file for a recording. */

import { dirname, resolve } from 'node:path';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import type { TraceSettings } from '../../shared/trace/settings.ts';

type Variant = (recording: string) => NodeJS.ProcessEnv;

const SHIM = resolve('dist/shim.cjs');

/** As `asynclens trace` does: what was found out of the code is kept beside the recording from one run to the next. */
const recorded =
  (settings: TraceSettings): Variant =>
  file =>
    tracedEnvironment(process.env, SHIM, { ...settings, file, plans: dirname(file) });

const required = (file: string): Variant => {
  const NODE_OPTIONS = `--require ${resolve(`bench/trace/${file}`)}`;
  return () => ({ ...process.env, NODE_OPTIONS });
};

/** The first is what the others are compared with, the last is ours. */
export const VARIANTS: Readonly<Record<string, Variant>> = {
  alone: () => process.env,
  'empty promise hooks': required('empty-promise-hooks.cjs'),
  'empty async_hooks': required('empty-hooks.cjs'),
  "debugger's async stacks": required('debugger-stacks.cjs'),
  'a stack each': required('stacks.cjs'),
  'tier hooks': recorded({ tier: 'hooks' }),
  asynclens: recorded({}),
};
