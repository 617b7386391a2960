/** Reads the rule tests that typescript-eslint publishes, from a checkout of its repository. */

import { build } from 'esbuild';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fromTheirs } from './rule-options.ts';

/** What the suite expects of one finding. `line` and `column` are 1-based. */
export interface ExpectedFinding {
  readonly messageId: string;
  readonly line?: number;
  readonly column?: number;
  /** Each with the whole text of the file after it was applied. */
  readonly suggestions?: readonly { readonly messageId: string; readonly output: string }[] | null;
}

export interface PublishedCase {
  /** Such as `invalid-007`, counted from 1 in the order of the file. */
  readonly name: string;
  readonly kind: 'valid' | 'invalid';
  readonly code: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly jsx: boolean;
  /** Empty for a valid case. */
  readonly errors: readonly ExpectedFinding[];
  /** The file after one pass of fixes that need no look; `undefined` where there are none. */
  readonly output: string | undefined;
}

/** A case as it stands in the test file. */
interface WrittenCase {
  readonly code: string;
  readonly options?: readonly (Readonly<Record<string, unknown>> | string)[];
  readonly languageOptions?: { readonly parserOptions?: { readonly ecmaFeatures?: { readonly jsx?: boolean } } };
  readonly errors?: readonly ExpectedFinding[];
  readonly output?: string | readonly string[] | null;
}

interface WrittenSuite {
  readonly valid: readonly (string | WrittenCase)[];
  readonly invalid: readonly WrittenCase[];
}

/** Where the cases' files lie in the suite: paths in options are relative to the folder that has this one in it. */
export const FIXTURES = 'tests/fixtures';

const pluginFolder = (suite: string): string => join(suite, 'packages', 'eslint-plugin');

/** The tsconfig that the suite's rule testers use. */
export const fixtureTsconfig = (suite: string): string => join(pluginFolder(suite), FIXTURES, 'tsconfig.json');

/**
 * All cases of one rule, in order, also those that the suite itself skips.
 * Throws when the checkout has no tests of that rule.
 */
export async function readPublishedCases(suite: string, rule: string): Promise<readonly PublishedCase[]> {
  const file = join(pluginFolder(suite), 'tests', 'rules', `${rule}.test.ts`);
  if (!existsSync(file)) throw new Error(`There is no ${file}. Point --suite at a checkout of typescript-eslint.`);
  const { valid, invalid } = await recorded(file);
  return [
    ...valid.map((written, i) => toCase(rule, 'valid', i, typeof written === 'string' ? { code: written } : written)),
    ...invalid.map((written, i) => toCase(rule, 'invalid', i, written)),
  ];
}

const toCase = (
  rule: string,
  kind: PublishedCase['kind'],
  index: number,
  written: WrittenCase,
): PublishedCase => ({
  name: `${kind}-${String(index + 1).padStart(3, '0')}`,
  kind,
  code: written.code,
  options: fromTheirs(rule, written.options ?? []),
  jsx: written.languageOptions?.parserOptions?.ecmaFeatures?.jsx ?? false,
  errors: written.errors ?? [],
  output: [written.output ?? undefined].flat()[0],
});

/** Stands in for everything that a test file imports: its rule tester records the cases. */
const STAND_IN = `
const recorded = { valid: [], invalid: [] };
class RuleTester {
  run(name, rule, { valid, invalid }) {
    recorded.valid.push(...valid);
    recorded.invalid.push(...invalid);
  }
}
export const createRuleTesterWithTypes = () => new RuleTester();
export const getFixturesRootDir = () => process.cwd() + '/${FIXTURES}';
export const noFormat = String.raw;
export { recorded, RuleTester };
export default {};
`;

/** Bundles a test file with the stand-in and runs it, which records its cases. */
async function recorded(file: string): Promise<WrittenSuite> {
  const folder = mkdtempSync(join(tmpdir(), 'asynclens-suite-'));
  const outfile = join(folder, 'cases.mjs');
  try {
    await build({
      stdin: { contents: `import ${JSON.stringify(file)};\nexport { recorded } from 'stand-in';`, resolveDir: folder },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
      logLevel: 'warning',
      plugins: [
        {
          name: 'stand-in',
          setup(plugin) {
            plugin.onResolve({ filter: /.*/ }, ({ path }) =>
              path === file || isBuiltin(path) ? undefined : { path: 'stand-in', namespace: 'stand-in' },
            );
            plugin.onLoad({ filter: /.*/, namespace: 'stand-in' }, () => ({ contents: STAND_IN }));
          },
        },
      ],
    });
    return ((await import(pathToFileURL(outfile).href)) as { recorded: WrittenSuite }).recorded;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
