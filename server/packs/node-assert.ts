/** node:assert, https://nodejs.org/api/assert.html#assertokvalue-message. */

import type { Pack } from './pack.ts';

export const nodeAssert: Pack = {
  module: 'node:assert',
  truthAssertions: ['assert', 'ok'],
  valueAssertions: [
    'deepEqual',
    'deepStrictEqual',
    'equal',
    'match',
    'notDeepEqual',
    'notDeepStrictEqual',
    'notEqual',
    'notStrictEqual',
    'strictEqual',
  ],
  throwAssertions: ['doesNotThrow', 'throws'],
};
