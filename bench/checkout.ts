/** A real project that a benchmark is pointed at: fetched by whoever runs it, never part of this repository. */

import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';

export interface Checkout {
  /** Absolute path of the project's root folder. */
  readonly folder: string;
  /** Absolute path of the tsconfig to lint under. It may lie outside the folder. */
  readonly tsconfig: string;
  /** What to lint, relative to the folder. */
  readonly paths: readonly string[];
}

/** The options of `parseArgs` that name a checkout; `--paths` takes several, separated by commas. */
export const CHECKOUT_OPTIONS = {
  project: { type: 'string' },
  tsconfig: { type: 'string', default: 'tsconfig.json' },
  paths: { type: 'string', default: '.' },
} as const;

/** The checkout that the options name. Throws a message for people when there is none. */
export function checkoutOf(options: { project?: string; tsconfig: string; paths: string }): Checkout {
  if (options.project === undefined) throw new Error('Say which project to run on: --project <folder>');
  const folder = resolve(options.project);
  const tsconfig = resolve(folder, options.tsconfig);
  const paths = options.paths.split(',');
  for (const needed of [tsconfig, ...paths.map(path => resolve(folder, path))]) {
    if (!existsSync(needed)) throw new Error(`There is no ${needed}. Look at --project, --tsconfig and --paths.`);
  }
  return { folder, tsconfig, paths };
}

/** A file of the checkout as people name it: relative to the folder, with forward slashes. */
export function nameIn(checkout: Checkout, file: string): string {
  return relative(checkout.folder, resolve(checkout.folder, file)).replaceAll('\\', '/');
}
