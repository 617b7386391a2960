/** Random programs, whose tasks are known, are rebuilt exactly. `PROGRAMS=1000` tries more of them. */

import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { link } from '../../trace/link.ts';
import { NODES } from './nodes.ts';
import { randomProgram } from './random-program.ts';
import { record } from './record.ts';
import { graphLines, truthLines } from './truth.ts';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 20);

describe('random programs', function () {
  this.timeout(PROGRAMS * NODES.length * 10_000);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  after(() => rmSync(folder, { recursive: true }));

  for (const node of NODES.filter(it => it.isModern)) {
    it(`are rebuilt exactly on Node ${node.version}, ${PROGRAMS} of them`, async () => {
      for (let seed = 1; seed <= PROGRAMS; seed++) {
        const { source, truth } = randomProgram(seed);
        const file = join(folder, `program-${seed}.mjs`);
        writeFileSync(file, source);
        const { recording, stderr, code } = await record(await node.path(), file);
        assert.deepEqual([code, stderr], [0, ''], `seed ${seed}`);
        assert.deepEqual(graphLines(link(recording.streams[0]!), file), truthLines(truth), `seed ${seed}:\n${source}`);
      }
    });
  }
});
