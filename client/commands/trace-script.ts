import { dirname } from 'node:path';
import { debug, Uri, workspace } from 'vscode';
import type { Command } from './command.ts';

/** Which script of which manifest is to be run: the argument of the command. */
export interface ScriptToTrace {
  readonly manifest: Uri;
  readonly script: string;
}

/** Runs an npm script, and records what the tasks of all programs do that it starts. */
export const traceScript: Command = {
  id: 'asynclens.traceScript',
  run: async (_, argument) => {
    const { manifest, script } = argument as ScriptToTrace;
    const configuration = {
      type: 'node',
      request: 'launch',
      name: `Trace npm run ${script}`,
      cwd: dirname(manifest.fsPath),
      runtimeExecutable: 'npm',
      runtimeArgs: ['run', script],
      asyncTrace: true,
    };
    await debug.startDebugging(workspace.getWorkspaceFolder(manifest), configuration, { noDebug: true });
  },
};
