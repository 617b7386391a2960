// The end-to-end suite in VS Code, in a fresh workspace of two folders.
//   node out/scripts/e2e.js             in the workbench in a headless browser where npm has both, else as below
//   node out/scripts/e2e.js --electron  in the desktop VS Code
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTestsInBrowser } from './vscode/tests-in-browser.ts';
import { runTestsInElectron } from './vscode/tests-in-electron.ts';

const inBrowser = process.platform === 'linux' && process.arch === 'x64' && !process.argv.includes('--electron');
console.log(
  `Running the end-to-end tests in ${inBrowser ? "VS Code's workbench in a browser" : 'the desktop VS Code'}.`,
);

const folder = await realpath(await mkdtemp(join(tmpdir(), 'asynclens-e2e-')));
const workspace = join(folder, 'e2e.code-workspace');
for (const name of ['first', 'second']) await mkdir(join(folder, name));
await writeFile(workspace, JSON.stringify({ folders: [{ path: 'first' }, { path: 'second' }] }));
const page = { folder: workspace, extension: resolve('.'), tests: resolve('out/test/e2e/index.cjs') };
try {
  process.exitCode = await (inBrowser ? runTestsInBrowser(page) : runTestsInElectron(page));
} finally {
  await rm(folder, { recursive: true, force: true });
}
