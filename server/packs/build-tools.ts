/**
 * Build tools: the hooks of their plugins run while something is built, or before a server listens. Not here are those
 * that a development server calls for each request, such as `load` and `transform`.
 */

import type { Pack } from './pack.ts';

export const esbuild: Pack = { module: 'esbuild', commandHooks: ['Plugin.setup'] };

const BUILD_HOOKS = [
  'augmentChunkHash',
  'buildEnd',
  'buildStart',
  'closeBundle',
  'closeWatcher',
  'generateBundle',
  'options',
  'outputOptions',
  'renderChunk',
  'renderError',
  'renderStart',
  'writeBundle',
].map(hook => `Plugin.${hook}`);

export const rolldown: Pack = { module: 'rolldown', commandHooks: BUILD_HOOKS };

export const rollup: Pack = { module: 'rollup', commandHooks: BUILD_HOOKS };

export const svelteKit: Pack = { module: '@sveltejs/kit', commandHooks: ['Adapter.adapt'] };

export const vite: Pack = {
  module: 'vite',
  commandHooks: [
    'buildApp',
    'config',
    'configEnvironment',
    'configResolved',
    'configurePreviewServer',
    'configureServer',
  ].map(hook => `Plugin.${hook}`),
};
