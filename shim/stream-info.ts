/** Who records. */

import { threadId } from 'node:worker_threads';
import type { StreamInfo } from '../shared/trace/format.ts';
import type { Tier } from '../shared/trace/settings.ts';
import { startedAt } from './runtime/events.ts';

export function streamInfo(tier: Tier = 'sites'): StreamInfo {
  const { pid, version, platform, argv } = process;
  return { pid, thread: threadId, node: version, platform, argv, cwd: process.cwd(), startedAt, tier };
}
