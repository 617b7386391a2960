// Counts what has run in a process of its own, by the files that Node writes.
const { spawnSync } = require('node:child_process');
const { mkdtempSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const counted = join(__dirname, 'counted.mjs');
const text = readFileSync(counted, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
const env = { ...process.env, NODE_V8_COVERAGE: folder };
const { status, stdout, stderr } = spawnSync(process.execPath, [counted], { env, encoding: 'utf8' });
console.log(status, stdout, stderr);
for (const name of readdirSync(folder)) {
  const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  for (const { functions } of result.filter(({ url }) => url.endsWith('/counted.mjs'))) {
    for (const { functionName, ranges } of functions) {
      for (const { startOffset, endOffset, count } of ranges) {
        console.log(functionName, count, startOffset, endOffset, JSON.stringify(text.slice(startOffset, endOffset)));
      }
    }
  }
}
rmSync(folder, { recursive: true });
