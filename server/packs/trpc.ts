/** tRPC. What a middleware's `next()` promises is a result that says whether it failed; it never rejects. */

import type { Pack } from './pack.ts';

export const trpc: Pack = { module: '@trpc/server', awaitedLater: ['next'] };
