// The end-to-end suite in VS Code's workbench, in a headless browser: everything comes from npm.
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests } from './vscode/run-tests.ts';

const folder = await realpath(await mkdtemp(join(tmpdir(), 'asynclens-e2e-')));
try {
  process.exitCode = await runTests({ folder, extension: resolve('.'), tests: resolve('out/test/e2e/index.cjs') });
} finally {
  await rm(folder, { recursive: true, force: true });
}
