/** For which calls of functions that block no fix is offered: each fix has to type-check. */

import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FileReport } from '../shared/finding.ts';
import { DEFAULT_SETTINGS, type EditorSettings } from '../shared/settings.ts';
import { createWorkspace } from '../server/lint/workspace.ts';
import { PACKS } from '../server/packs/index.ts';
import { USE_PROGRAMS, type UseProgram } from './blocking-uses.ts';

/** The functions of packs, with their modules before, that have a replacement, and of which there is no use. */
export function unusedReplacements(): readonly string[] {
  const used = new Set(USE_PROGRAMS.map(program => program.of));
  const all = PACKS.flatMap(({ module, blocking = [] }) =>
    blocking.filter(it => it.instead).map(({ name }) => `${module}: ${name}`),
  );
  return all.filter(name => !used.has(name));
}

const SETTINGS: EditorSettings = {
  ...DEFAULT_SETTINGS,
  preset: 'strict',
  rules: { 'no-blocking-call': ['error', { cheap: true }], 'no-cpu-hog': 'error' },
};

/**
 * Those in which nothing is found, or whose finding has no fix that calls something else.
 * @param folder absolute path of a project, in which they are written
 */
export function unfixed(folder: string, programs: readonly UseProgram[]): readonly UseProgram[] {
  const files = programs.map((_, i) => `use-${i}.ts`);
  for (const [i, file] of files.entries()) writeFileSync(join(folder, file), programs[i]!.text);
  const workspace = createWorkspace(
    { cancelled: () => false, log: console.error, compilerStarted: () => undefined, settingsFor: () => SETTINGS },
    { cwd: folder, lifetime: 'run' },
  );
  try {
    const reports = [...workspace.lint(files.map(file => `${folder}/${file}`), 'all')];
    const fixed = new Set(reports.filter(hasReplacement).map(({ file }) => basename(file)));
    return programs.filter((_, i) => !fixed.has(files[i]!));
  } finally {
    workspace.dispose();
  }
}

const hasReplacement = ({ findings }: FileReport): boolean =>
  findings.some(
    ({ rule, fixes }) => /^no-(?:blocking-call|cpu-hog)$/.test(rule) && fixes.some(it => it.title.startsWith('Await')),
  );
