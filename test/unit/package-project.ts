/** A small project that calls a package, whose JavaScript reads a file through a package of its own. */

import type { ConfigOverrides } from '../../server/lint/configurations.ts';

export const IN_PACKAGES = (dependencies: true | readonly string[] = true): ConfigOverrides => ({
  rules: { 'no-blocking-call': ['warn', { dependencies }] },
});

export const TSCONFIG = JSON.stringify({
  compilerOptions: { strict: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler', types: ['node'] },
});

export const NODE = {
  'node_modules/@types/node/package.json': '{ "name": "@types/node", "version": "1.0.0", "types": "index.d.ts" }',
  'node_modules/@types/node/index.d.ts':
    "declare module 'fs' {\n  export function readFileSync(name: string): string;\n}\n",
};

export const READS = "const { readFileSync } = require('fs');\nexports.text = name => readFileSync(name);\n";
export const READS_NOTHING = "exports.text = name => '';\n";

/** The package `settings`, which has one function, `load`. */
export const SETTINGS = {
  'node_modules/settings/package.json': '{ "name": "settings", "version": "1.0.0" }',
  'node_modules/settings/index.js':
    "const { text } = require('text');\nexports.load = name => JSON.parse(text(name));\n",
  'node_modules/settings/index.d.ts': 'export declare function load(name: string): unknown;\n',
  'node_modules/text/package.json': '{ "name": "text", "version": "1.0.0" }',
  'node_modules/text/index.js': READS,
};

export const PROJECT_WITH_PACKAGES = {
  'tsconfig.json': TSCONFIG,
  ...NODE,
  ...SETTINGS,
  'service.ts': "import { load } from 'settings';\nexport async function start() {\n  return load('a');\n}\n",
  'other.ts': 'export const other = 1;\n',
};
