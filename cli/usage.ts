/** What the command line accepts, and what it says when it is used wrongly. */

import { PRESETS, type Preset, type RuleSetting } from '../shared/settings.ts';
import { TIERS } from '../shared/trace/settings.ts';
import { argumentsIn, count, oneOf } from './arguments.ts';
import { parseAttachOptions, type AttachOptions } from './attach/options.ts';
import { parsePsOptions, type PsOptions } from './ps/options.ts';
import { parseTraceOptions, type TraceOptions } from './trace/options.ts';
import { SORTS } from './trace/report/functions.ts';
import { parseExportOptions, TARGETS, type ExportOptions } from './trace/export/options.ts';
import { parseReportOptions, type ReportOptions } from './trace/report/options.ts';
import { UsageError } from './usage-error.ts';

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

export interface CheckOptions {
  /** As given; empty for the projects found from the working directory. */
  readonly paths: readonly string[];
  readonly project: string | undefined;
  readonly config: string | undefined;
  readonly preset: Preset | undefined;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly format: Format;
  readonly fix: boolean;
  readonly maxWarnings: number;
  readonly quiet: boolean;
  readonly cache: CacheUse;
  /** A recording that findings are compared with. */
  readonly trace: string | undefined;
}

/** Whether results are kept between runs, and in which folder when not in the usual one. */
export type CacheUse = { readonly kind: 'none' } | { readonly kind: 'kept'; readonly folder: string | undefined };

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'trace'; readonly options: TraceOptions }
  | { readonly kind: 'report'; readonly options: ReportOptions }
  | { readonly kind: 'attach'; readonly options: AttachOptions }
  | { readonly kind: 'ps'; readonly options: PsOptions }
  | { readonly kind: 'export'; readonly options: ExportOptions };

export const HELP = `Finds lost promises and missing awaits in TypeScript and JavaScript.

Usage: asynclens check [paths…] [options]
       asynclens trace [options] -- node app.js
       asynclens report [recording] [options]
       asynclens ps <pid> [options]
       asynclens attach <pid> [options]
       asynclens export --to <tool> [recording] [options]

check: without a path, the projects found from the working directory are checked.

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
Exit code: 0 no errors; 1 errors, or too many warnings; 2 wrong usage, broken configuration or a failure.

trace: runs a program, and records what its tasks do.

  --out <file>            the recording; asynclens.trace when it is not given
  --no-cache              parse all files again, and keep nothing of it for the next run
  --cache-location <dir>  keep it there instead of in node_modules/.cache/asynclens
  --collect-garbage       when nothing is left to do, which proves that an await can never resume
  --block-threshold <ms>  how long the event loop stands still before that is noted; 50; 0 for never
  --no-reasons            do not record the errors that tasks end with: their texts may hold secrets
  --sample-above <n>      tasks of one function in a second from which on not all are recorded; 250000; 0 for never
  --tier <name>           ${TIERS.join(', ')}: how tasks are recognised, exactly by calls in the code, or by the stack

Exit code: that of the program.

report: tells what a recording shows, asynclens.trace when none is given.

  --filter <text>         only what has this text in its name or file
  --sort <column>         ${Object.keys(SORTS).join(', ')}
  --top <n>               how many functions are shown
  --threshold <name=n>    from where on something is a warning; may be repeated
  --fail-on <severity>    exit with 1 when there is a warning as bad as error, warn or info
  --json                  for programs; docs/report.md describes it

Exit code: 0; 1 for --fail-on; 2 wrong usage, or no recording.

export: writes a recording for another tool, asynclens.trace when none is given.

  --to <tool>             ${Object.keys(TARGETS).join(', ')}
  --out <file>            what is written; beside the recording when it is not given

ps: tells what a running Node process waits for, from its heap. It stands still meanwhile.

  --yes                   do not ask before a long pause
  --port <n>              the port of its inspector; 9229 when it is not given
  --json                  for programs

Exit code: 0; 1 when the pause is declined; 2 wrong usage, or the process cannot be looked into.

attach: records a Node process that is running already, and leaves it as it was.

  --out <file>            the recording; asynclens.trace when it is not given
  --seconds <n>           for how long; until Ctrl+C when it is not given
  --port <n>              the port of its inspector; 9229 when it is not given
  --no-reasons            do not record the errors that tasks end with

Exit code: 0; 1 when nothing was recorded; 2 wrong usage, or the process cannot be recorded.

  --help, --version
`;

const OPTIONS = {
  project: { type: 'string' },
  config: { type: 'string' },
  preset: { type: 'string' },
  rule: { type: 'string', multiple: true },
  format: { type: 'string' },
  fix: { type: 'boolean' },
  'max-warnings': { type: 'string' },
  quiet: { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  'cache-location': { type: 'string' },
  trace: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** `cwd` is absolute. @throws UsageError */
export function parseCommand(args: readonly string[], cwd: string): Command {
  if (args[0] === 'trace') return { kind: 'trace', options: parseTraceOptions(args.slice(1), cwd) };
  if (args[0] === 'export') return { kind: 'export', options: parseExportOptions(args.slice(1), cwd) };
  if (args[0] === 'attach') return { kind: 'attach', options: parseAttachOptions(args.slice(1), cwd) };
  if (args[0] === 'ps') return { kind: 'ps', options: parsePsOptions(args.slice(1)) };
  if (args[0] === 'report') return { kind: 'report', options: parseReportOptions(args.slice(1), cwd) };
  const { values, positionals } = argumentsIn(args, { options: OPTIONS, allowPositionals: true });
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, ...paths] = positionals;
  if (command === undefined) throw new UsageError('What is to be done? Try `asynclens check`, or `asynclens --help`.');
  if (command !== 'check')
    throw new UsageError(`There is no command "${command}". Try \`asynclens check ${command}\`.`);
  return {
    kind: 'check',
    options: {
      paths,
      project: values.project,
      config: values.config,
      preset: oneOf('--preset', PRESETS, values.preset),
      rules: Object.fromEntries((values.rule ?? []).map(ruleSetting)),
      format: oneOf('--format', FORMATS, values.format) ?? 'text',
      fix: values.fix ?? false,
      maxWarnings: count('--max-warnings', values['max-warnings']) ?? Infinity,
      quiet: values.quiet ?? false,
      trace: values.trace,
      cache: values['no-cache'] ? { kind: 'none' } : { kind: 'kept', folder: values['cache-location'] },
    },
  };
}

/** `name=severity` or `name=severity:{ options }`; whether rule and severity exist is for the linter to say. */
function ruleSetting(text: string): [name: string, setting: RuleSetting] {
  const match = /^(?<name>[^=]+)=(?<severity>[^:]+)(?::(?<options>.*))?$/s.exec(text);
  if (match === null) throw new UsageError(`--rule must be like no-floating-promises=warn, not "${text}".`);
  const { name, severity, options } = match.groups as { name: string; severity: string; options?: string };
  return [name, (options === undefined ? severity : [severity, json(text, options)]) as RuleSetting];
}

function json(rule: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new UsageError(`The options in --rule ${rule} are not JSON: ${error.message}.`);
    throw error;
  }
}
