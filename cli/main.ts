/** The `asynclens` command. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { DEFAULT_SETTINGS } from '../shared/settings.ts';
import { RULE_METAS } from '../server/lint/rule-list.ts';
import type { WorkspaceHost } from '../server/lint/api.ts';
import { CachedLinting } from '../server/lint/cache/cached-linting.ts';
import { Store } from '../server/lint/cache/store.ts';
import { createWorkspace } from '../server/lint/workspace.ts';
import { cacheFolder, resultKey } from './cache.ts';
import { run } from './run.ts';

const cwd = process.cwd().replaceAll('\\', '/');
const { env, stdout, stderr } = process;
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

// A run is over soon, and its compiler needs the processors: optimise what is hot for long, and inline little of it
// (bench/README.md). V8 complains of flags that it does not know: later versions have no such budget.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=300000');
setFlagsFromString('--max-inlined-bytecode-size-cumulative=100');

// Whoever reads our output may stop early, as `| head` does: that is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const host: WorkspaceHost = {
  cancelled: () => false,
  log: line => {
    if (env['ASYNCLENS_DEBUG']) stderr.write(`${line}\n`);
  },
  compilerStarted: (_, reason) => {
    if (reason !== undefined) stderr.write(`The TypeScript compiler was started again: ${reason}\n`);
  },
  settingsFor: () => DEFAULT_SETTINGS,
};

process.exitCode = await run(process.argv.slice(2), {
  cwd,
  stdout,
  stderr,
  colour: stdout.isTTY && !env['NO_COLOR'],
  version: manifest.version,
  shim: fileURLToPath(new URL('./shim.cjs', import.meta.url)),
  rules: RULE_METAS,
  openWorkspace: overrides => createWorkspace(host, { cwd, overrides, lifetime: 'run' }),
  openCached: (overrides, options) =>
    new CachedLinting({
      store: new Store(cacheFolder(options.cache, cwd), manifest.version, resultKey(options, cwd)),
      openWorkspace: witness => {
        const keepIn = { folder: cacheFolder(options.cache, cwd), version: manifest.version };
        return createWorkspace(host, { cwd, overrides, lifetime: 'run', witness, keepIn });
      },
      log: host.log,
      notKept: reason =>
        stderr.write(
          `The results could not be kept for the next run: ${reason}. Try --cache-location or --no-cache.\n`,
        ),
    }),
});
