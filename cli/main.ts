/** The `asynclens` command. */

import { readFileSync } from 'node:fs';
import { DEFAULT_SETTINGS } from '../shared/settings.ts';
import { RULE_METAS } from '../server/lint/rule-list.ts';
import { createWorkspace } from '../server/lint/workspace.ts';
import { run } from './run.ts';

const cwd = process.cwd().replaceAll('\\', '/');
const { env, stdout, stderr } = process;
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

// Whoever reads our output may stop early, as `| head` does: that is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = run(process.argv.slice(2), {
  cwd,
  stdout,
  stderr,
  colour: stdout.isTTY && !env['NO_COLOR'],
  version: manifest.version,
  rules: RULE_METAS,
  openWorkspace: overrides =>
    createWorkspace(
      {
        cancelled: () => false,
        log: line => {
          if (env['ASYNCLENS_DEBUG']) stderr.write(`${line}\n`);
        },
        compilerStarted: (_, reason) => {
          if (reason !== undefined) stderr.write(`The TypeScript compiler was started again: ${reason}\n`);
        },
        settingsFor: () => DEFAULT_SETTINGS,
      },
      { cwd, overrides, lifetime: 'run' },
    ),
});
