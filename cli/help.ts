/** What the command line says of itself. */

import { PRESETS } from '../shared/settings.ts';
import { TIERS } from '../shared/trace/settings.ts';
import { FORMATS } from './check-options.ts';
import { TARGETS } from './trace/export/options.ts';
import { SORTS } from './trace/report/functions.ts';

interface CommandHelp {
  readonly usage: string;
  /** What it does, its options and its exit codes. */
  readonly text: string;
}

const COMMANDS = {
  check: {
    usage: 'asynclens check [paths…] [options]',
    text: `Reports mistakes with promises, async functions and the event loop.
Without a path, the projects found from the working directory are checked.

  --project <file>        a tsconfig.json; only its files, and those of projects it references
  --config <file>         this configuration instead of the nearest asynclens.json
  --preset <name>         ${PRESETS.join(', ')}
  --rule <name=severity>  a rule's severity, with options as JSON after a colon;
                          may be repeated: --rule 'no-floating-promises=error:{"ignoreVoid":false}'
  --format <name>         ${FORMATS.join(', ')}
  --fix                   apply the safe fixes, and report what is left
  --max-warnings <n>      exit with 1 when there are more warnings
  --quiet                 report errors only
  --no-cache              lint all files, and keep no results for the next run
  --cache-location <dir>  keep results there instead of in node_modules/.cache/asynclens
  --trace <recording>     report what it warns of, and say with findings what was seen of them at run time

Exit code: 0 no errors; 1 errors, or too many warnings; 2 wrong usage, broken configuration or a failure.`,
  },
  trace: {
    usage: 'asynclens trace [options] -- node app.js',
    text: `Runs a program, and records what its tasks do.

  --out <file>            the recording; asynclens.trace when it is not given
  --no-cache              parse all files again, and keep nothing of it for the next run
  --cache-location <dir>  keep it there instead of in node_modules/.cache/asynclens
  --collect-garbage       when nothing is left to do, which proves that an await can never resume
  --package <name>        look into this package below node_modules, too; may be repeated; '*' for all
  --block-threshold <ms>  how long the event loop stands still before that is noted; 50; 0 for never
  --no-reasons            do not record the errors that tasks end with: their texts may hold secrets
  --sample-above <n>      tasks of one function in a second from which on not all are recorded; 250000; 0 for never
  --tier <name>           ${TIERS.join(', ')}: how tasks are recognised, exactly by calls in the code, or by the stack

Exit code: that of the program.`,
  },
  report: {
    usage: 'asynclens report [recording] [options]',
    text: `Tells what a recording shows, asynclens.trace when none is given.

  --filter <text>         only what has this text in its name or file
  --sort <column>         ${Object.keys(SORTS).join(', ')}
  --top <n>               how many functions are shown
  --threshold <name=n>    from where on something is a warning; may be repeated
  --fail-on <severity>    exit with 1 when there is a warning as bad as error, warn or info
  --json                  for programs; docs/report.md describes it

Exit code: 0; 1 for --fail-on; 2 wrong usage, or no recording.`,
  },
  export: {
    usage: 'asynclens export --to <tool> [recording] [options]',
    text: `Writes a recording for another tool, asynclens.trace when none is given.

  --to <tool>             ${Object.keys(TARGETS).join(', ')}
  --out <file>            what is written; beside the recording when it is not given`,
  },
  ps: {
    usage: 'asynclens ps <pid> [options]',
    text: `Tells what a running Node process waits for, from its heap. It stands still meanwhile.

  --yes                   do not ask before a long pause
  --port <n>              the port of its inspector; 9229 when it is not given
  --json                  for programs

Exit code: 0; 1 when the pause is declined; 2 wrong usage, or the process cannot be looked into.`,
  },
  attach: {
    usage: 'asynclens attach <pid> [options]',
    text: `Records a Node process that is running already, and leaves it as it was.

  --out <file>            the recording; asynclens.trace when it is not given
  --seconds <n>           for how long; until Ctrl+C when it is not given
  --port <n>              the port of its inspector; 9229 when it is not given
  --no-reasons            do not record the errors that tasks end with

Exit code: 0; 1 when nothing was recorded; 2 wrong usage, or the process cannot be recorded.`,
  },
} as const satisfies Record<string, CommandHelp>;

export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** Of one command, or of all. */
export function help(command: CommandName | undefined): string {
  if (command !== undefined) return `Usage: ${COMMANDS[command].usage}\n\n${COMMANDS[command].text}\n`;
  const usages = COMMAND_NAMES.map(name => COMMANDS[name].usage).join('\n       ');
  const texts = COMMAND_NAMES.map(name => `── ${name}\n\n${COMMANDS[name].text}\n`).join('\n');
  return `Finds lost promises, missing awaits and blocking calls in TypeScript and JavaScript,
and records what the tasks of a program do.

Usage: ${usages}
       asynclens <command> --help
       asynclens --version

${texts}`;
}
