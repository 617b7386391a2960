import type { Command } from './command.ts';

export const restartServer: Command = {
  id: 'asynclens.restartServer',
  run: ({ server }) => server.restart(),
};
