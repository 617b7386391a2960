// Builds every bundle: one row per place where code runs.
// `node esbuild.mjs` once, `--watch` to keep building, `--tests` with the test suites.
import { build, context } from 'esbuild';
import { globSync } from 'node:fs';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

// CommonJS dependencies inside an ES module bundle still call `require` for Node's own modules.
const requireInEsm = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
};

const common = { bundle: true, platform: 'node', target: 'node20', sourcemap: true, logLevel: 'warning' };
const esm = { ...common, format: 'esm', banner: requireInEsm };

const bundles = [
  { ...common, format: 'cjs', entryPoints: ['client/extension.ts'], outfile: 'dist/client.cjs', external: ['vscode'] },
  { ...esm, entryPoints: ['server/lsp/main.ts'], outfile: 'dist/server.js' },
  { ...esm, entryPoints: ['server/lsp/worker.ts'], outfile: 'dist/worker.js' },
  { ...esm, entryPoints: ['cli/main.ts'], outfile: 'dist/cli.js' },
];
