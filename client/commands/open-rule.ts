import { commands, Uri } from 'vscode';
import { isWarning } from '../../shared/recorded-warning.ts';
import type { Command } from './command.ts';

/** Opens the page of the rule or warning whose name is the argument. */
export const openRule: Command = {
  id: 'asynclens.openRule',
  run: async ({ context }, rule) => {
    if (typeof rule !== 'string' || !/^[a-z-]+$/.test(rule)) throw new Error(`${String(rule)} is no rule's name.`);
    const page = Uri.joinPath(context.extensionUri, 'docs', isWarning(rule) ? 'warnings' : 'rules', `${rule}.md`);
    await commands.executeCommand('markdown.showPreview', page);
  },
};
