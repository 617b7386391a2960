/** What blocks the thread in Node's own modules, and what to call instead. */

import type { Pack } from './pack.ts';

export const nodeFs: Pack = {
  module: 'node:fs',
  blocking: [
    { name: 'existsSync', does: 'looks for a file', tier: 'cheap' },
    {
      name: 'readFileSync',
      does: 'reads a file',
      instead: { module: 'node:fs/promises', name: 'readFile', how: 'promise' },
    },
    {
      name: 'writeFileSync',
      does: 'writes a file',
      instead: { module: 'node:fs/promises', name: 'writeFile', how: 'promise' },
    },
  ],
};

export const nodeChildProcess: Pack = {
  module: 'node:child_process',
  blocking: [
    {
      name: 'execSync',
      does: 'runs a command',
      instead: { module: 'node:child_process', name: 'exec', how: 'promisify', result: 'stdout' },
    },
  ],
};
