/** What `asynclens report` accepts. */

import { resolve } from 'node:path';
import type { Severity } from '../../../shared/finding.ts';
import { THRESHOLDS, type Thresholds } from '../../../trace/warnings/thresholds.ts';
import { argumentsIn, count, oneOf } from '../../arguments.ts';
import { UsageError } from '../../usage-error.ts';
import { DEFAULT_FILE } from '../options.ts';
import { SORTS, type Sort } from './functions.ts';

/** The worst first. */
export const SEVERITIES = ['error', 'warn', 'info'] as const satisfies readonly Severity[];

export type FailOn = (typeof SEVERITIES)[number];

export interface ReportOptions {
  /** The recording: absolute. */
  readonly file: string;
  readonly json: boolean;
  /** Warnings of this severity, and worse ones, make the exit code 1. */
  readonly failOn: FailOn | undefined;
  /** Only what has this text in its name or the path of its file. */
  readonly filter: string;
  readonly sort: Sort;
  /** How many functions are shown. */
  readonly top: number;
  readonly thresholds: Thresholds;
}

/** What fits on a screen, with room for warnings. */
const TOP = 12;

const OPTIONS = {
  json: { type: 'boolean' },
  'fail-on': { type: 'string' },
  filter: { type: 'string' },
  sort: { type: 'string' },
  top: { type: 'string' },
  threshold: { type: 'string', multiple: true },
} as const;

/** `args` come after `report`. @throws UsageError */
export function parseReportOptions(args: readonly string[], cwd: string): ReportOptions {
  const { values, positionals } = argumentsIn('report', args, { options: OPTIONS, allowPositionals: true });
  const [file = DEFAULT_FILE, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`One recording at a time: what is ${more.join(' ')}?`);
  return {
    file: resolve(cwd, file),
    json: values.json ?? false,
    failOn: oneOf('--fail-on', SEVERITIES, values['fail-on']),
    filter: values.filter ?? '',
    sort: oneOf('--sort', Object.keys(SORTS) as Sort[], values.sort) ?? 'total',
    top: count('--top', values.top) ?? TOP,
    thresholds: { ...THRESHOLDS, ...Object.fromEntries((values.threshold ?? []).map(threshold)) },
  };
}

/** `name=number` */
function threshold(text: string): [name: string, value: number] {
  const [name = '', value = ''] = text.split('=');
  if (!(name in THRESHOLDS) || !/^\d+(?:\.\d+)?$/.test(value)) {
    const names = Object.keys(THRESHOLDS).join(', ');
    throw new UsageError(`--threshold must be like long-suspension=2000, with one of ${names}; not "${text}".`);
  }
  return [name, Number(value)];
}
