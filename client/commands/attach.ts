import { basename } from 'node:path';
import { window, type QuickPickItem } from 'vscode';
import { recordedProcesses } from '../../trace-host/run-folder.ts';
import type { Command } from './command.ts';

interface Choice extends QuickPickItem {
  readonly pid: number;
  readonly folder: string;
}

/**
 * Shows what a process does that is being recorded already, and all others of its run. The argument may name one by its
 * id.
 */
export const attach: Command = {
  id: 'asynclens.attach',
  run: async ({ live }, pid) => {
    const choices = (await recordedProcesses()).map(toChoice);
    if (choices.length === 0) {
      await window.showInformationMessage(
        'No process is being recorded. Start one by `asynclens trace -- node app.js`, and attach to it while it runs.',
      );
      return;
    }
    const title = 'Attach to a Recording Process';
    const chosen =
      typeof pid === 'number' ? choices.find(it => it.pid === pid) : await window.showQuickPick(choices, { title });
    if (chosen !== undefined) await live.show(chosen.label, { kind: 'run', folder: chosen.folder });
  },
};

function toChoice({ pid, argv, folder }: Awaited<ReturnType<typeof recordedProcesses>>[number]): Choice {
  const [node = 'node', program = '', ...rest] = argv;
  const label = [basename(node), basename(program), ...rest].filter(it => it !== '').join(' ');
  return { label, description: `process ${pid}`, detail: program, pid, folder };
}
