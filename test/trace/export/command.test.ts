/** `asynclens export`, as people call it. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { obtainNode } from '../../../scripts/node-versions.ts';
import type { OtlpRequest } from '../../../trace/export/otlp.ts';
import { perfettoTraceType } from './schemas.ts';

describe('asynclens export', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  after(() => rmSync(folder, { recursive: true }));

  function asynclens(...args: string[]) {
    const options = { cwd: folder, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], options);
    return { code: status, stdout, stderr };
  }

  before(async () => {
    writeFileSync(join(folder, 'app.mjs'), 'async function load() { await null; }\nawait load();');
    asynclens('trace', '--', await obtainNode(24), 'app.mjs');
  });

  it('writes a trace for Perfetto beside the recording', () => {
    const { code, stdout } = asynclens('export', '--to', 'perfetto');
    assert.equal(code, 0);
    assert.match(stdout, /^asynclens\.perfetto-trace is written\. Open it at https:\/\/ui\.perfetto\.dev,/);
    const trace = perfettoTraceType.decode(readFileSync(join(folder, 'asynclens.perfetto-trace'))).toJSON();
    assert.ok(trace['packet'].length > 5);
  });

  it('writes requests for OpenTelemetry where it is told to', () => {
    const { code, stdout } = asynclens('export', 'asynclens.trace', '--to', 'otlp', '--out', 'spans.jsonl');
    assert.equal(code, 0);
    assert.match(stdout, /^spans\.jsonl is written\. Each line is a request/);
    const [line] = readFileSync(join(folder, 'spans.jsonl'), 'utf8').split('\n');
    const { resourceSpans } = JSON.parse(line!) as OtlpRequest;
    const names = resourceSpans[0]!.scopeSpans[0]!.spans.map(({ name }) => name);
    assert.deepEqual(names, ['app.mjs', 'load']);
  });

  it('says what is missing', () => {
    assert.match(asynclens('export').stderr, /^asynclens: For which tool\? Write `--to perfetto` or `--to otlp`\./);
    assert.match(asynclens('export', '--to', 'excel').stderr, /^asynclens: --to must be one of perfetto, otlp,/);
    const none = asynclens('export', 'none.trace', '--to', 'otlp');
    assert.equal(none.code, 2);
    assert.match(none.stderr, /^asynclens: The recording cannot be read: ENOENT/);
    const full = asynclens('export', '--to', 'otlp', '--out', 'no/such/folder');
    assert.match(full.stderr, /cannot be written: ENOENT.* Choose another file with --out\.\n$/s);
  });
});
