import { nodeTest } from './node-test.ts';
import type { Pack } from './pack.ts';

export type { Pack } from './pack.ts';

export const PACKS: readonly Pack[] = [nodeTest];
