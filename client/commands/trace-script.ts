import { dirname } from 'node:path';
import { debug, Uri, window, workspace, type QuickPickItem } from 'vscode';
import { scriptsIn } from '../trace/scripts.ts';
import type { Command } from './command.ts';

/** Which script of which manifest is to be run: the argument of the command. */
export interface ScriptToTrace {
  readonly manifest: Uri;
  readonly script: string;
}

/** Manifests that are looked into for scripts to choose from. */
const MOST_MANIFESTS = 50;

/**
 * Runs an npm script, the one given or else one that people choose, and records what the tasks of all programs do that
 * it starts.
 */
export const traceScript: Command = {
  id: 'asynclens.traceScript',
  run: async (_, argument) => {
    const chosen = (argument as ScriptToTrace | undefined) ?? (await choose());
    if (chosen === undefined) return;
    const { manifest, script } = chosen;
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

async function choose(): Promise<ScriptToTrace | undefined> {
  const manifests = await workspace.findFiles('**/package.json', '**/node_modules/**', MOST_MANIFESTS);
  const choices = (await Promise.all(manifests.map(choicesIn))).flat();
  if (choices.length > 0) return window.showQuickPick(choices, { title: 'Trace an npm Script', matchOnDetail: true });
  await window.showInformationMessage(
    'No package.json here has scripts. Open the file that is to be run, and use "Asynclens: Trace File".',
  );
  return undefined;
}

async function choicesIn(manifest: Uri): Promise<(ScriptToTrace & QuickPickItem)[]> {
  const document = await workspace.openTextDocument(manifest);
  const description = workspace.asRelativePath(manifest);
  return scriptsIn(document).map(({ name, command }) => ({
    label: name,
    detail: command,
    description,
    manifest,
    script: name,
  }));
}
