import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { CheckOptions } from '../../cli/check-options.ts';
import { COMMAND_NAMES, help } from '../../cli/help.ts';
import { parseCommand } from '../../cli/usage.ts';
import { UsageError } from '../../cli/usage-error.ts';

const CWD = process.cwd();

function options(...args: string[]): CheckOptions {
  const command = parseCommand(['check', ...args], CWD);
  assert.equal(command.kind, 'check');
  return command.options;
}

describe('the command line', () => {
  it('takes paths and options in any order', () => {
    assert.deepEqual(options('src', '--quiet', 'test', '--format=json', '--max-warnings', '0'), {
      paths: ['src', 'test'],
      project: undefined,
      config: undefined,
      preset: undefined,
      rules: {},
      format: 'json',
      fix: false,
      maxWarnings: 0,
      quiet: true,
      trace: undefined,
      cache: { kind: 'kept', folder: undefined },
    });
  });

  it('takes where results are to be kept, if at all', () => {
    assert.deepEqual(options('--cache-location', 'kept').cache, { kind: 'kept', folder: 'kept' });
    assert.deepEqual(options('--no-cache').cache, { kind: 'none' });
  });

  it('takes rules with and without options', () => {
    assert.deepEqual(options('--rule', 'a=warn', '--rule', 'b=error:{"x":["=",":"]}').rules, {
      a: 'warn',
      b: ['error', { x: ['=', ':'] }],
    });
  });

  it('knows when it is asked for help or its version', () => {
    assert.deepEqual(parseCommand(['--help'], CWD), { kind: 'help', command: undefined });
    assert.deepEqual(parseCommand(['help'], CWD), { kind: 'help', command: undefined });
    assert.deepEqual(parseCommand(['trace', '-h'], CWD), { kind: 'help', command: 'trace' });
    assert.deepEqual(parseCommand(['report', 'a.trace', '--help'], CWD), { kind: 'help', command: 'report' });
    assert.deepEqual(parseCommand(['--version'], CWD), { kind: 'version' });
  });

  for (const command of COMMAND_NAMES) {
    it(`tells how ${command} is used, alone and among all commands`, () => {
      assert.match(help(command), new RegExp(`^Usage: asynclens ${command} .*\\n\\n[A-Z].*[.:]\\n`));
      assert.match(help(undefined), new RegExp(`^ *(Usage: )?asynclens ${command} `, 'm'));
    });
  }

  it('leaves to a program that is recorded what stands behind two dashes', () => {
    const command = parseCommand(['trace', '--out', 'run.trace', '--', 'node', 'app.js', '--help', '--', 'x'], CWD);
    assert.deepEqual(command, {
      kind: 'trace',
      options: {
        command: ['node', 'app.js', '--help', '--', 'x'],
        file: resolve('run.trace'),
        cache: { kind: 'kept', folder: undefined },
        tier: 'sites',
        blockThreshold: 50,
        collectGarbage: false,
        reasons: true,
        sampleAbove: 250_000,
        packages: [],
      },
    });
  });

  const wrong: Record<string, [args: string[], message: RegExp]> = {
    'no command': [[], /Try `asynclens check`/],
    'a path for a command': [['src'], /: `asynclens check src`\.$/],
    'an option before the command': [['--quiet', 'check'], /^Options come after the command/],
    'an unknown option': [['check', '--fxi'], /^Unknown option '--fxi'\. See `asynclens check --help`\.$/],
    'an option without its value': [['check', '--format'], /--format/],
    'an unknown format': [['check', '--format', 'xml'], /--format must be one of text, json, sarif, github, not "xml"/],
    'an unknown preset': [['check', '--preset', 'all'], /--preset must be one of recommended/],
    'a number that is none': [['check', '--max-warnings=-1'], /--max-warnings must be a whole number/],
    'a rule without severity': [['check', '--rule', 'x'], /--rule must be like no-floating-promises=warn, not "x"/],
    'no program to record': [['trace', '--out', 'x'], /^Which program is to be recorded\? Write it behind two dashes/],
    'an unknown option before a program': [['trace', '--fxi', '--', 'node'], /^Unknown option '--fxi'\. See/],
    'a time that is none': [['trace', '--block-threshold', '1s', '--', 'x'], /--block-threshold is in milliseconds/],
    'options that are no JSON': [['check', '--rule', 'x=warn:{a}'], /The options in --rule x=warn:\{a\} are not JSON/],
  };
  for (const [name, [args, message]] of Object.entries(wrong)) {
    it(`explains ${name}`, () =>
      assert.throws(
        () => parseCommand(args, CWD),
        error => error instanceof UsageError && message.test(error.message),
      ));
  }
});
