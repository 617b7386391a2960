/**
 * Writes everything that follows from the rules: their index, the README's table, the settings in the
 * manifest, the table of what recording costs, and the schemas of `asynclens.json` and of packs.
 *   npm run generate              writes
 *   npm run generate -- --check   only says which files differ, and fails when one does
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { projectConfigSchema } from '../server/lint/config-schema.ts';
import { PACK_SCHEMA } from '../server/packs/pack.ts';
import { PACK_SUFFIX, PROJECT_FILE } from '../shared/settings.ts';
import { ruleIndex } from './generate/rule-index.ts';
import { loadRules, ruleSources } from './generate/rule-sources.ts';
import { withRuleTable } from './generate/rule-table.ts';
import { configuration } from './generate/settings.ts';
import { keptFigures, withTraceFigures } from './generate/trace-figures.ts';

const SCHEMA_FILE = 'asynclens.schema.json';
const PACK_SCHEMA_FILE = 'asynclens-pack.schema.json';
const DRAFT = { $schema: 'http://json-schema.org/draft-07/schema#' };

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** Every generated file with what has to stand in it. */
async function generated(): Promise<Record<string, string>> {
  const index = ruleIndex(ruleSources());
  const rules = await loadRules(index);
  const manifest = JSON.parse(read('package.json')) as { contributes?: object };
  const contributes = {
    ...manifest.contributes,
    configuration: configuration(rules),
    jsonValidation: [
      { fileMatch: PROJECT_FILE, url: `./${SCHEMA_FILE}` },
      { fileMatch: `*${PACK_SUFFIX}`, url: `./${PACK_SCHEMA_FILE}` },
    ],
  };
  return {
    'server/rules/index.ts': index,
    'README.md': withTraceFigures(withRuleTable(read('README.md'), rules), keptFigures()),
    'package.json': json({ ...manifest, contributes }),
    [SCHEMA_FILE]: json({ ...DRAFT, ...projectConfigSchema(rules) }),
    [PACK_SCHEMA_FILE]: json({ ...DRAFT, ...PACK_SCHEMA }),
  };
}

const different = Object.entries(await generated()).filter(([file, text]) => read(file) !== text);
const names = different.map(([file]) => file).join(', ');
if (process.argv.includes('--check')) {
  if (different.length > 0) {
    console.error(`Out of date: ${names}. Run \`npm run generate\` and commit the result.`);
    process.exitCode = 1;
  }
} else {
  for (const [file, text] of different) writeFileSync(file, text);
  console.log(different.length > 0 ? `Written: ${names}.` : 'All generated files are up to date.');
}
