/** The command line says nothing of its own on any version of Node. */

import assert from 'node:assert/strict';
import { NODES } from '../trace/nodes.ts';
import { run } from '../trace/record.ts';

for (const node of NODES) {
  it(`the command line runs quietly on Node ${node.version}`, async () => {
    const { code, stdout, stderr } = await run(await node.path(), ['dist/cli.js', '--version']);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  });
}
