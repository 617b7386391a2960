/** Functions of Node that wait until their work is done, and those that do the same and let others run. */

import { culpritIn } from '../blocks.ts';
import type { Stack } from '../../shared/trace/stack.ts';

export interface SynchronousCall {
  /** As in `fs.readFileSync`. */
  readonly name: string;
  /** As in `fs.promises.readFile`. */
  readonly instead: string;
}

const NAME = /^(?:(fs|crypto|zlib|child_process)\.)?(\w+)Sync$/;
const MODULE = /^node:(?:internal\/)?(fs|crypto|zlib|child_process)\b/;

/** What takes or gives a file by its number has no namesake among the promises. */
const BY_NUMBER: ReadonlySet<string> = new Set(
  'close fchmod fchown fdatasync fstat fsync ftruncate futimes open read readv write writev'.split(' '),
);

/** The call of the culprit in a block's stack, where it is one of these. */
export function synchronousCall(stack: Stack): SynchronousCall | undefined {
  const culprit = culpritIn(stack);
  const inside = culprit === undefined ? [] : stack.slice(0, stack.indexOf(culprit));
  for (const { name, file } of inside.toReversed()) {
    const [, own, base] = NAME.exec(name) ?? [];
    const module = own ?? MODULE.exec(file)?.[1];
    if (base !== undefined && module !== undefined)
      return { name: `${module}.${base}Sync`, instead: replacementOf(module, base) };
  }
  return undefined;
}

function replacementOf(module: string, base: string): string {
  if (module !== 'fs' || BY_NUMBER.has(base)) return `${module}.${base}`;
  return `fs.promises.${base === 'exists' ? 'access' : base}`;
}
