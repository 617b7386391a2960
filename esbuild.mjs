// Builds every bundle: one row per place where code runs.
//   node esbuild.mjs [--watch]   the product, into dist/
//   node esbuild.mjs --dev       besides, what only developers run: tests, scripts, benchmarks, samples, into out/
import { build, context } from 'esbuild';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const flags = new Set(process.argv.slice(2));

/** The files in a folder and below it whose names end in `ending`. */
const files = (folder, ending) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith(ending))
    .map(entry => join(entry.parentPath, entry.name));

// `module` first: jsonc-parser's CommonJS build loads its parts in a way that no bundler can follow.
const mainFields = ['module', 'main'];
const common = { bundle: true, platform: 'node', target: 'node20', mainFields, sourcemap: true, logLevel: 'warning' };

// CommonJS dependencies inside an ES module bundle still call `require` for Node's own modules, and some code of ours
// for a package that is needed late.
const esm = {
  ...common,
  format: 'esm',
  banner: {
    js: "import { createRequire as createRequire_ } from 'node:module'; const require = createRequire_(import.meta.url);",
  },
};

// In the user's program, which waits for it: half as many characters to read. Names stay, for whoever profiles it.
// Without source maps: Node's report of the program's coverage would read them, too, and fail over them.
const guest = {
  ...common,
  sourcemap: false,
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  inject: ['shim/own-json.ts'],
};

// The panel's page, in a browser.
const page = {
  bundle: true,
  platform: 'browser',
  format: 'esm',
  target: 'es2023',
  minify: true,
  sourcemap: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
};

// Large, and hardly ever needed: it lies beside the bundles once, and they load it when they do.
const late = { alias: { scslre: './scslre.cjs' }, external: ['./scslre.cjs'] };

const product = [
  { ...common, format: 'cjs', entryPoints: ['node_modules/scslre/index.js'], outfile: 'dist/scslre.cjs' },
  { ...common, format: 'cjs', entryPoints: ['client/extension.ts'], outfile: 'dist/client.cjs', external: ['vscode'] },
  { ...esm, ...late, entryPoints: ['server/lsp/main.ts'], outfile: 'dist/server.js' },
  { ...esm, ...late, entryPoints: ['server/lsp/worker.ts'], outfile: 'dist/worker.js' },
  { ...esm, entryPoints: ['store/main.ts'], outfile: 'dist/store.js' },
  { ...page, entryPoints: ['webview/main.tsx'], outfile: 'dist/webview.js' },
  { ...page, entryPoints: ['webview/style.css'], outfile: 'dist/webview.css' },
  { ...guest, entryPoints: ['shim/main.ts'], outfile: 'dist/shim.cjs' },
  { ...guest, entryPoints: ['shim/transform/parser.ts'], outfile: 'dist/shim-parser.cjs' },
  { ...guest, entryPoints: ['shim/attach.ts'], outfile: 'dist/shim-attach.cjs' },
  { ...esm, sourcemap: false, entryPoints: ['shim/load/loader-thread.ts'], outfile: 'dist/shim-loader.mjs' },
  { ...guest, entryPoints: ['shim/blocks/watcher.ts'], outfile: 'dist/shim-watcher.cjs' },
  {
    ...esm,
    ...late,
    entryPoints: ['cli/main.ts'],
    outfile: 'dist/cli.js',
    // When nothing changed since the last run, to read it takes longer than to answer.
    minifySyntax: true,
    minifyWhitespace: true,
    banner: { js: `#!/usr/bin/env node\n${esm.banner.js}` },
  },
];

// Packages stay outside these bundles: they run where node_modules is.
const development = { ...esm, packages: 'external', outbase: '.', outdir: 'out' };
const developmentRows = () => [
  { ...development, entryPoints: [...files('scripts', '.ts'), ...files('bench', '.ts'), ...files('test', '.test.ts')] },
  { ...development, entryPoints: files('samples', 'main.ts') },
  {
    ...common,
    format: 'cjs',
    entryPoints: ['test/e2e/index.ts'],
    outfile: 'out/test/e2e/index.cjs',
    external: ['vscode', 'mocha'],
  },
];

const rows = [...product, ...(flags.has('--dev') ? developmentRows() : [])].filter(row =>
  row.entryPoints.every(entry => existsSync(entry)),
);

if (flags.has('--watch')) {
  for (const row of rows) await (await context({ ...row, logLevel: 'info' })).watch();
} else {
  await Promise.all(rows.map(row => build(row)));
}
