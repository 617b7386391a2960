/** What the command line accepts, and what it says when it is used wrongly. */

import { parseAttachOptions, type AttachOptions } from './attach/options.ts';
import { parseCheckOptions, type CheckOptions } from './check-options.ts';
import { COMMAND_NAMES, type CommandName } from './help.ts';
import { parsePsOptions, type PsOptions } from './ps/options.ts';
import { parseExportOptions, type ExportOptions } from './trace/export/options.ts';
import { parseTraceOptions, type TraceOptions } from './trace/options.ts';
import { parseReportOptions, type ReportOptions } from './trace/report/options.ts';
import { UsageError } from './usage-error.ts';

export type Command =
  | { readonly kind: 'help'; readonly command: CommandName | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'trace'; readonly options: TraceOptions }
  | { readonly kind: 'report'; readonly options: ReportOptions }
  | { readonly kind: 'attach'; readonly options: AttachOptions }
  | { readonly kind: 'ps'; readonly options: PsOptions }
  | { readonly kind: 'export'; readonly options: ExportOptions };

/** `cwd` is absolute. @throws UsageError */
export function parseCommand(args: readonly string[], cwd: string): Command {
  const [first, ...rest] = args;
  if (first === undefined) throw new UsageError('What is to be done? Try `asynclens check`, or `asynclens --help`.');
  if (first === '--version' || first === '-v') return { kind: 'version' };
  const command = COMMAND_NAMES.find(name => name === first);
  if (asksForHelp(args)) return { kind: 'help', command };
  if (command === undefined) throw new UsageError(unknownCommand(first));
  return parse(command, rest, cwd);
}

/** What stands behind two dashes is for the program that is recorded. */
function asksForHelp(args: readonly string[]): boolean {
  const ours = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined);
  return ours[0] === 'help' || ours.includes('--help') || ours.includes('-h');
}

const unknownCommand = (name: string) =>
  name.startsWith('-')
    ? `Options come after the command, as in \`asynclens check ${name}\`.`
    : `There is no command "${name}", only ${COMMAND_NAMES.join(', ')}. ` +
      `To look for mistakes in a folder of this name: \`asynclens check ${name}\`.`;

function parse(command: CommandName, args: readonly string[], cwd: string): Command {
  switch (command) {
    case 'check':
      return { kind: command, options: parseCheckOptions(args) };
    case 'trace':
      return { kind: command, options: parseTraceOptions(args, cwd) };
    case 'report':
      return { kind: command, options: parseReportOptions(args, cwd) };
    case 'export':
      return { kind: command, options: parseExportOptions(args, cwd) };
    case 'ps':
      return { kind: command, options: parsePsOptions(args) };
    case 'attach':
      return { kind: command, options: parseAttachOptions(args, cwd) };
  }
}
