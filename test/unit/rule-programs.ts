/** The programs in test/rules, and a workspace that lints each with its rule. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { DEFAULT_SETTINGS, type EditorSettings } from '../../shared/settings.ts';
import type { Workspace } from '../../server/lint/api.ts';
import { RULE_METAS } from '../../server/lint/rule-list.ts';
import { createWorkspace } from '../../server/lint/workspace.ts';

/** The folder of the programs, absolute. */
export const ROOT = resolve('test/rules');

/** Absolute paths, with forward slashes. */
export const FIXTURES: readonly string[] = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /(?<!\.fixed|\.d)\.tsx?$/.test(entry.name))
  .map(entry => `${entry.parentPath}/${entry.name}`);

/** Where a fixture is drawn as its safe fixes leave it; many have none. */
export const fixedFile = (fixture: string): string => fixture.replace(/\.tsx?$/, '.fixed$&');

/** It reads fixtures from the disk, with the findings drawn in them, until it is given them without. */
export function workspaceOfRules(): Workspace {
  return createWorkspace(
    { cancelled: () => false, log: console.error, compilerStarted: () => undefined, settingsFor },
    // The repository's own configuration ignores these programs.
    { cwd: ROOT, lifetime: 'run', overrides: { configFile: resolve('test/no-configuration.json') } },
  );
}

function settingsFor(fixture: string): EditorSettings {
  const options = /^\/\/ options: (.*)/.exec(readFileSync(fixture, 'utf8'))?.[1];
  const rule = ruleOf(fixture);
  const isOff = RULE_METAS.find(({ name }) => name === rule)?.presets.recommended === 'off';
  if (options) return { ...DEFAULT_SETTINGS, rules: { [rule]: ['error', JSON.parse(options)] } };
  return { ...DEFAULT_SETTINGS, rules: isOff ? { [rule]: 'error' } : {} };
}

const ruleOf = (fixture: string): string =>
  dirname(fixture) === ROOT ? basename(fixture).replace(/\.tsx?$/, '') : basename(dirname(fixture));
