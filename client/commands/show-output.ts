import type { Command } from './command.ts';

export const showOutput: Command = {
  id: 'asynclens.showOutput',
  run: async ({ log }) => log.show(),
};
