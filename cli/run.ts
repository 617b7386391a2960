/** Runs one command line to its exit code. */

import { CompilerUnavailable } from '../server/lint/api.ts';
import { check, type ExitCode, type Surroundings } from './check.ts';
import { HELP, parseCommand, UsageError } from './usage.ts';

/** Never throws: whatever goes wrong is said on the standard error, and the exit code is 2. */
export function run(args: readonly string[], around: Surroundings): ExitCode {
  try {
    const command = parseCommand(args);
    switch (command.kind) {
      case 'help':
        around.stdout.write(HELP);
        return 0;
      case 'version':
        around.stdout.write(`${around.version}\n`);
        return 0;
      case 'check':
        return check(command.options, around);
    }
  } catch (error) {
    around.stderr.write(`${explanation(error)}\n`);
    return 2;
  }
}

function explanation(error: unknown): string {
  if (error instanceof UsageError || error instanceof CompilerUnavailable) return `asynclens: ${error.message}`;
  const details = error instanceof Error ? error.stack : String(error);
  return `asynclens failed. This is a mistake in Asynclens itself; please report it with these details:\n${details}`;
}
