import { debug, window, workspace, type DebugConfiguration, type WorkspaceFolder } from 'vscode';
import type { Command } from './command.ts';

interface Launch {
  readonly label: string;
  readonly folder: WorkspaceFolder;
  readonly configuration: DebugConfiguration;
}

/** Starts one of the workspace's launch configurations for Node, and records what its tasks do. */
export const debugWithTrace: Command = {
  id: 'asynclens.debugWithTrace',
  run: async () => {
    const launches = workspace.workspaceFolders?.flatMap(launchesIn) ?? [];
    if (launches.length === 0) {
      await window.showInformationMessage(
        'There is no launch configuration for Node here yet. Open a file and run "Asynclens: Trace File", or add one to .vscode/launch.json.',
      );
      return;
    }
    const chosen = await window.showQuickPick(launches, { title: 'Debug with Async Trace' });
    if (chosen !== undefined) await debug.startDebugging(chosen.folder, { ...chosen.configuration, asyncTrace: true });
  },
};

function launchesIn(folder: WorkspaceFolder): Launch[] {
  const configurations = workspace.getConfiguration('launch', folder).get<DebugConfiguration[]>('configurations', []);
  return configurations
    .filter(({ type, request }) => (type === 'node' || type === 'pwa-node') && request === 'launch')
    .map(configuration => ({ label: configuration.name, description: folder.name, folder, configuration }));
}
