/** Runs one command line to its exit code. */

import { CompilerUnavailable } from '../server/lint/api.ts';
import { check, type Surroundings } from './check.ts';
import { recordedFor } from './recorded.ts';
import { attach } from './attach/attach.ts';
import { help } from './help.ts';
import { exportRecording } from './trace/export/export.ts';
import { ps } from './ps/ps.ts';
import { report } from './trace/report/report.ts';
import { trace } from './trace/trace.ts';
import { parseCommand } from './usage.ts';
import { UsageError } from './usage-error.ts';

/** Never throws: whatever goes wrong is said on the standard error, and the exit code is 2. */
export async function run(args: readonly string[], around: Surroundings): Promise<number> {
  try {
    const command = parseCommand(args, around.cwd);
    switch (command.kind) {
      case 'help':
        around.stdout.write(help(command.command));
        return 0;
      case 'version':
        around.stdout.write(`${around.version}\n`);
        return 0;
      case 'check':
        return check(command.options, around, await recordedFor(command.options, around));
      case 'trace':
        return await trace(command.options, around.shim, around.cwd, around.stderr);
      case 'attach':
        return await attach(command.options, around);
      case 'ps':
        return await ps(command.options, around);
      case 'report':
        return await report(command.options, around);
      case 'export':
        return await exportRecording(command.options, around);
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
