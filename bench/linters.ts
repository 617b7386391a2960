/** How each linter is asked for the findings of some rules. */

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

/** Rules, each with options in place of its defaults, in our words. */
type RuleChoice = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** The options of `parseArgs` that choose linters and rules. Options are those of a single rule. */
export const LINTER_OPTIONS = {
  linters: { type: 'string', default: 'asynclens,tsgolint,typescript-eslint' },
  rule: { type: 'string', default: 'no-floating-promises' },
  options: { type: 'string', default: '{}' },
} as const;

/** Annotations are the readable report that costs least: JSON has fixes in it, which the peers do not look for. */
const asynclens = (choice: RuleChoice): Linter => ({
  name: 'asynclens',
  command: checkout => ({
    program: process.execPath,
    args: [
      ASYNCLENS,
      'check',
      '--no-cache',
      ...checkout.paths,
      ...['--project', checkout.tsconfig, '--preset', 'typescript-eslint', '--format', 'github'],
      ...RULE_METAS.filter(({ name }) => !choice.has(name)).flatMap(({ name }) => ['--rule', `${name}=off`]),
      ...[...choice].flatMap(([rule, options]) => ['--rule', `${rule}=error:${JSON.stringify(options)}`]),
    ],
    cwd: checkout.folder,
  }),
  read: (stdout, checkout) => readAnnotations(stdout, checkout, [...choice.keys()]),
});

/**
 * oxlint is told where tsgolint's executable is: this saves it a Node process that only passes bytes on.
 * It cannot be told which tsconfig to use: tsgolint takes the nearest of each file.
 */
const tsgolint = (peers: Peers, choice: RuleChoice): Linter => ({
  name: 'oxlint + tsgolint',
  command: checkout => ({
    program: 'env',
    args: [
      `OXLINT_TSGOLINT_PATH=${peers.tsgolint}`,
      peers.bin('oxlint'),
      ...['--config', peers.config('oxlint.json', oxlintConfig(choice)), '--disable-nested-config'],
      ...['--type-aware', '--format', 'json'],
      ...checkout.paths,
    ],
    cwd: checkout.folder,
  }),
  read: (stdout, checkout) => readOxlintJson(stdout, checkout, [...choice.keys()]),
});

const oxlintConfig = (choice: RuleChoice): string =>
  JSON.stringify({
    plugins: ['typescript'],
    categories: { correctness: 'off' },
    rules: rulesOf('typescript', choice),
  });

const typescriptEslint = (peers: Peers, choice: RuleChoice): Linter => ({
  name: 'typescript-eslint',
  command: checkout => ({
    program: process.execPath,
    args: [
      // Large projects do not fit into Node's default heap.
      '--max-old-space-size=8192',
      peers.bin('eslint'),
      ...['--config', peers.config('eslint.config.mjs', eslintConfig(checkout, choice))],
      ...['--format', 'json', '--no-warn-ignored', ...checkout.paths],
    ],
    cwd: checkout.folder,
  }),
  read: (stdout, checkout) => readEslintJson(stdout, checkout, [...choice.keys()]),
});

const eslintConfig = (checkout: Checkout, choice: RuleChoice): string => `
import { parser, plugin } from 'typescript-eslint';
export default [{
  files: ['**/*.{ts,tsx,mts,cts}'],
  ignores: ['**/*.d.ts'],
  languageOptions: { parser, parserOptions: { project: ${JSON.stringify(checkout.tsconfig)} } },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  plugins: { '@typescript-eslint': plugin },
  rules: ${JSON.stringify(rulesOf('@typescript-eslint', choice))},
}];
`;

/** The part of a peer's configuration that turns rules on, below the name of the plugin that has them. */
const rulesOf = (plugin: string, choice: RuleChoice): object =>
  Object.fromEntries(
    [...choice].map(([rule, options]) => [`${plugin}/${rule}`, ['error', ...toTheirs(rule, options)]]),
  );

function choiceOf({ rule, options }: { readonly rule: string; readonly options: string }): RuleChoice {
  const rules = rule.split(',');
  const given = JSON.parse(options) as Readonly<Record<string, unknown>>;
  if (rules.length > 1 && Object.keys(given).length > 0) throw new Error('Options are those of one rule: give one.');
  return new Map(rules.map(name => [name, given]));
}

/** The chosen linters, which the options name separated by commas. */
export function lintersOf(options: { linters: string; rule: string; options: string }): readonly Linter[] {
  const choice = choiceOf(options);
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
