import { commands, Uri } from 'vscode';
import type { Command } from './command.ts';

/** Opens the page of the rule whose name is the argument. */
export const openRule: Command = {
  id: 'asynclens.openRule',
  run: async ({ context }, rule) => {
    if (typeof rule !== 'string' || !/^[a-z-]+$/.test(rule)) throw new Error(`${String(rule)} is no rule's name.`);
    await commands.executeCommand('markdown.showPreview', Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`));
  },
};
