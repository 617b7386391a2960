/** Finds the rules by their source files and loads what they say about themselves. */

import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CATEGORIES, type RuleMeta } from '../../shared/rule-meta.ts';

const FOLDER = 'server/rules';

export interface RuleSource {
  /** The name of the rule and of its file, without `.ts`. */
  readonly name: string;
  /** What the file exports: the name in camel case. */
  readonly constant: string;
}

/** Every file in `server/rules` that exports a rule named as the file is. */
export function ruleSources(): RuleSource[] {
  return readdirSync(FOLDER)
    .filter(file => file.endsWith('.ts'))
    .map(file => file.slice(0, -'.ts'.length))
    .map(name => ({ name, constant: camelCase(name) }))
    .filter(({ name, constant }) =>
      readFileSync(join(FOLDER, `${name}.ts`), 'utf8').includes(`export const ${constant}: Rule`),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `noFloatingPromises` for `no-floating-promises`. */
export const camelCase = (name: string): string =>
  name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Loads the rules through an index, which need not be on disk. Sorted by category, then by name.
 * @throws Error when a rule's name is not that of its file
 */
export async function loadRules(index: string): Promise<RuleMeta[]> {
  const outfile = 'out/scripts/generate/loaded-rules.mjs';
  await build({
    stdin: { contents: index, loader: 'ts', resolveDir: FOLDER },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  const { RULES } = (await import(pathToFileURL(outfile).href)) as { RULES: readonly { meta: RuleMeta }[] };
  const rules = RULES.map(rule => rule.meta);
  const expected = ruleSources().map(source => source.name);
  const misnamed = rules.filter(rule => !expected.includes(rule.name));
  if (misnamed.length > 0)
    throw new Error(`A rule and its file must have one name: ${misnamed.map(it => it.name).join(', ')}`);
  const rank = ({ category, name }: RuleMeta) => `${CATEGORIES.indexOf(category)} ${name}`;
  return rules.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
