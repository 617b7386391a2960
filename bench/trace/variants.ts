/** Ways to run a workload: the environment of each, given a file for a recording. */

import { resolve } from 'node:path';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import type { TraceSettings } from '../../shared/trace/settings.ts';

type Variant = (recording: string) => NodeJS.ProcessEnv;

const SHIM = resolve('dist/shim.cjs');

const recorded =
  (settings: TraceSettings): Variant =>
  file =>
    tracedEnvironment(process.env, SHIM, { ...settings, file });

const required = (file: string): Variant => {
  const NODE_OPTIONS = `--require ${resolve(`bench/trace/${file}`)}`;
  return () => ({ ...process.env, NODE_OPTIONS });
};

/** The first is what the others are compared with, the last is ours. */
export const VARIANTS: Readonly<Record<string, Variant>> = {
  alone: () => process.env,
  'empty async_hooks': required('empty-hooks.cjs'),
  "debugger's async stacks": required('debugger-stacks.cjs'),
  'a stack each': required('stacks.cjs'),
  'tier hooks': recorded({ tier: 'hooks' }),
  asynclens: recorded({}),
};
