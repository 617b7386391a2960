/** A task as evidence. */

import type { Task } from '../graph.ts';
import type { Evidence } from './warning.ts';

/** The whole of it, at its function's site, unless `at` says otherwise. */
export const ofTask = (
  { id, site, startedAt, endedAt }: Task,
  message: string,
  at: Partial<Pick<Evidence, 'site' | 'from' | 'until'>> = {},
): Evidence => ({ message, site, task: id, from: startedAt, until: endedAt ?? Infinity, ...at });
