/**
 * node:test. The runner waits for top-level tests and suites and reports their failures; the promises
 * that `test()` and its kin return are for subtests (https://nodejs.org/api/test.html#testname-options-fn).
 */

import type { Pack } from './pack.ts';

export const nodeTest: Pack = {
  module: 'node:test',
  selfHandledCalls: ['describe', 'it', 'only', 'skip', 'suite', 'test', 'todo', 'expectFailure'],
};
