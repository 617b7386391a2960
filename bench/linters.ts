/** How each linter is asked for the findings of one rule. */

import { RULE_METAS } from '../server/lint/rule-list.ts';
import { type Answer, readAnnotations, readEslintJson, readOxlintJson } from './answers.ts';
import type { Checkout } from './checkout.ts';
import { ASYNCLENS } from './command-line.ts';
import { installPeers, type Peers, versionOf } from './peers.ts';
import { type Command, measure, type Measurement } from './process-tree.ts';
import { toTheirs } from './rule-options.ts';

export interface Linter {
  readonly name: string;
  command(checkout: Checkout): Command;
  /** Reads its standard output. Throws when that is not what the format promises. */
  read(stdout: string, checkout: Checkout): Answer;
}

/** A rule, with options in place of its defaults, in our words. */
export interface RuleChoice {
  readonly rule: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The options of `parseArgs` that choose linters and a rule. */
export const LINTER_OPTIONS = {
  linters: { type: 'string', default: 'asynclens,tsgolint,typescript-eslint' },
  rule: { type: 'string', default: 'no-floating-promises' },
  options: { type: 'string', default: '{}' },
} as const;

/** Annotations are the readable report that costs least: JSON has fixes in it, which the peers do not look for. */
const asynclens = ({ rule, options }: RuleChoice): Linter => ({
  name: 'asynclens',
  command: checkout => ({
    program: process.execPath,
    args: [
      ASYNCLENS,
      'check',
      '--no-cache',
      ...checkout.paths,
      ...['--project', checkout.tsconfig, '--preset', 'typescript-eslint', '--format', 'github'],
      ...RULE_METAS.filter(({ name }) => name !== rule).flatMap(({ name }) => ['--rule', `${name}=off`]),
      ...['--rule', `${rule}=error:${JSON.stringify(options)}`],
    ],
    cwd: checkout.folder,
  }),
  read: (stdout, checkout) => readAnnotations(stdout, checkout, rule),
});

/**
 * oxlint is told where tsgolint's executable is: this saves it a Node process that only passes bytes on.
 * It cannot be told which tsconfig to use: tsgolint takes the nearest of each file.
 */
const tsgolint = (peers: Peers, { rule, options }: RuleChoice): Linter => ({
  name: 'oxlint + tsgolint',
  command: checkout => ({
    program: 'env',
    args: [
      `OXLINT_TSGOLINT_PATH=${peers.tsgolint}`,
      peers.bin('oxlint'),
      ...['--config', peers.config('oxlint.json', oxlintConfig(rule, options)), '--disable-nested-config'],
      ...['--type-aware', '--format', 'json'],
      ...checkout.paths,
    ],
    cwd: checkout.folder,
  }),
  read: (stdout, checkout) => readOxlintJson(stdout, checkout, rule),
});

const oxlintConfig = (rule: string, options: RuleChoice['options']): string =>
  JSON.stringify({
    plugins: ['typescript'],
    categories: { correctness: 'off' },
    rules: { [`typescript/${rule}`]: ['error', ...toTheirs(rule, options)] },
  });

const typescriptEslint = (peers: Peers, { rule, options }: RuleChoice): Linter => ({
  name: 'typescript-eslint',
  command: checkout => ({
    program: process.execPath,
    args: [
      // Large projects do not fit into Node's default heap.
      '--max-old-space-size=8192',
      peers.bin('eslint'),
      ...['--config', peers.config('eslint.config.mjs', eslintConfig(checkout, rule, options))],
      ...['--format', 'json', '--no-warn-ignored', ...checkout.paths],
    ],
    cwd: checkout.folder,
  }),
  read: (stdout, checkout) => readEslintJson(stdout, checkout, `@typescript-eslint/${rule}`),
});

const eslintConfig = (checkout: Checkout, rule: string, options: RuleChoice['options']): string => `
import { parser, plugin } from 'typescript-eslint';
export default [{
  files: ['**/*.{ts,tsx,mts,cts}'],
  ignores: ['**/*.d.ts'],
  languageOptions: { parser, parserOptions: { project: ${JSON.stringify(checkout.tsconfig)} } },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  plugins: { '@typescript-eslint': plugin },
  rules: { '@typescript-eslint/${rule}': ${JSON.stringify(['error', ...toTheirs(rule, options)])} },
}];
`;

/** The chosen linters, which the options name separated by commas. */
export function lintersOf(options: { linters: string; rule: string; options: string }): readonly Linter[] {
  const choice: RuleChoice = { rule: options.rule, options: JSON.parse(options.options) };
  const known: Readonly<Record<string, () => Linter>> = {
    asynclens: () => asynclens(choice),
    tsgolint: () => tsgolint(installPeers(), choice),
    'typescript-eslint': () => typescriptEslint(installPeers(), choice),
  };
  return options.linters.split(',').map(name => {
    const linter = known[name];
    if (linter === undefined) throw new Error(`No linter ${name}: there are ${Object.keys(known).join(', ')}.`);
    return linter();
  });
}

export interface Run extends Answer, Pick<Measurement, 'wall' | 'cpu' | 'memory'> {}

/** Runs a linter once, measured. Rejects, with what the linter printed, when it could not lint. */
export async function run(linter: Linter, checkout: Checkout): Promise<Run> {
  const { wall, cpu, memory, stdout, stderr, exitCode } = await measure(linter.command(checkout));
  // All of them say 0 for nothing found, 1 for findings, and something else when they could not lint.
  if (exitCode !== 0 && exitCode !== 1) {
    throw new Error(`${linter.name} ended with exit code ${exitCode}:\n${stderr || stdout}`);
  }
  return { ...linter.read(stdout, checkout), wall, cpu, memory };
}

export const PEER_VERSIONS =
  `oxlint ${versionOf('oxlint')} with oxlint-tsgolint ${versionOf('oxlint-tsgolint')}, eslint ${versionOf('eslint')} ` +
  `with typescript-eslint ${versionOf('typescript-eslint')} on typescript ${versionOf('typescript')}`;
