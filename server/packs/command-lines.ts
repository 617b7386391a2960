/**
 * Libraries for programs that a command line starts: the callbacks of commands run once, and nothing else meanwhile.
 */

import type { Pack } from './pack.ts';

export const cac: Pack = { module: 'cac', commands: ['Command.action'] };

export const commander: Pack = { module: 'commander', commands: ['Command.action', 'Command.hook'] };

export const yargs: Pack = { module: 'yargs', commands: ['Argv.command'] };
