/** node:assert, https://nodejs.org/api/assert.html#assertokvalue-message. */

import type { Pack } from './pack.ts';

const truthAssertions = ['assert', 'ok'];

export const nodeAssert: Pack = { module: 'node:assert', truthAssertions };
export const nodeAssertOldName: Pack = { module: 'assert', truthAssertions };
