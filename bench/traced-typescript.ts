// Which ways to run TypeScript lead back to its lines and columns: a program is recorded in each, and all of its sites
// have to be where its text has them.
//   node out/bench/traced-typescript.js [--node 20,22,24,26]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readRecording } from '../cli/trace/read.ts';
import { obtainNode } from '../scripts/node-versions.ts';
import { tracedEnvironment } from '../shared/trace/environment.ts';
import { installed } from './installed.ts';
import { table } from './table.ts';
import { EXPECTED, SOURCE, STRIPPABLE, TEST } from './trace/typescript-program.ts';

const { values } = parseArgs({ options: { node: { type: 'string', default: '20,22,24,26' } } });

const tools = installed('bench-typescript', {
  '@types/node': '24.19.2',
  jest: '30.2.0',
  mocha: '11.7.5',
  'ts-jest': '29.4.5',
  'ts-node': '10.9.2',
  tsx: '4.20.6',
  typescript: '5.9.3',
  vitest: '4.0.15',
});
const bin = (path: string): string => join(tools, 'node_modules', path);

/** What Node is started with, in the folder of the program. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  'type stripping': ['strippable.ts'],
  'tsx, CommonJS': [bin('tsx/dist/cli.mjs'), 'app.cts'],
  'tsx, modules': [bin('tsx/dist/cli.mjs'), 'app.mts'],
  '--import tsx, CommonJS': ['--import', 'tsx', 'app.cts'],
  '--import tsx, modules': ['--import', 'tsx', 'app.mts'],
  '--require tsx/cjs': ['--require', 'tsx/cjs', 'app.cts'],
  'ts-node': [bin('ts-node/dist/bin.js'), 'app.ts'],
  '--require ts-node/register': ['--require', 'ts-node/register', 'app.ts'],
  '--loader ts-node/esm': ['--loader', 'ts-node/esm', 'app.mts'],
  'tsc with source maps': ['out/app.js'],
  'esbuild with source maps': ['bundle.js'],
  'mocha with tsx': [bin('mocha/bin/mocha.js'), '--import=tsx', 'mocha.ts'],
  vitest: [bin('vitest/vitest.mjs'), 'run', '--globals'],
  'vitest, threads': [bin('vitest/vitest.mjs'), 'run', '--globals', '--pool=threads'],
  'vitest, vmThreads': [bin('vitest/vitest.mjs'), 'run', '--globals', '--pool=vmThreads'],
  'jest with ts-jest': [bin('jest/bin/jest.js')],
  'a development server of Vite': ['serve.mjs'],
};

/** As frameworks on top of Vite run the code of a server. */
const SERVE = `
  import { createServer } from 'vite';
  const server = await createServer({ server: { middlewareMode: true, ws: false }, appType: 'custom' });
  await server.ssrLoadModule('/app.ts');
  await server.close();
`;

const folder = join(tools, 'program');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
for (const name of ['app.ts', 'app.mts', 'app.cts']) write(name, SOURCE);
write('strippable.ts', STRIPPABLE);
for (const name of ['mocha.ts', 'app.test.ts']) write(name, TEST);
write('serve.mjs', SERVE);
write('package.json', '{}');
write(
  'tsconfig.json',
  '{ "compilerOptions": { "target": "es2022", "module": "nodenext", "types": ["node"], "isolatedModules": true } }',
);
write('jest.config.json', '{ "preset": "ts-jest", "testMatch": ["**/*.test.ts"] }');
execFileSync(process.execPath, [bin('typescript/bin/tsc'), '--sourceMap', '--outDir', 'out'], { cwd: folder });
execFileSync(resolve('node_modules/.bin/esbuild'), ['app.ts', '--sourcemap', '--outfile=bundle.js'], { cwd: folder });

const versions = values.node.split(',');
const rows: string[][] = Object.keys(WAYS).map(way => [way]);
for (const version of versions) {
  const node = await obtainNode(Number(version));
  for (const [at, args] of Object.values(WAYS).entries()) rows[at]!.push(await found(node, args));
}
console.log(table(['way', ...versions.map(it => `Node ${it}`)], rows));

/** What share of the sites is where it should be. */
async function found(node: string, args: readonly string[]): Promise<string> {
  const file = join(folder, 'recording');
  rmSync(file, { force: true });
  const env = { ...tracedEnvironment(process.env, resolve('dist/shim.cjs'), { file }), CI: 'true' };
  const { status } = spawnSync(node, args, { cwd: folder, env, stdio: 'ignore' });
  if (status !== 0) return 'does not run';
  const { streams } = await readRecording(file);
  const sites = new Set(
    streams.flatMap(it => [...it.sites.values()]).map(it => `${it.line + 1}:${it.character + 1} ${it.kind}`),
  );
  const right = EXPECTED.filter(it => sites.has(it)).length;
  return right === EXPECTED.length ? 'all' : `${right} of ${EXPECTED.length}`;
}
