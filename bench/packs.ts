/**
 * Whether every entry of our knowledge packs, and of what facts know of libraries, matches a declaration of the package
 * that it describes, in one of the releases below, whether every function of Node that may block is in a pack or
 * judged not to, and whether the fixes that call what packs recommend type-check. Lists those that match nothing, those
 * that nobody has looked at and calls without a fix, and fails when there is one.
 *   node out/bench/packs.js
 */

import { isBuiltin } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { USE_PROGRAMS, type UseProgram } from '../scripts/blocking-uses.ts';
import { blockingCandidates, undecided } from '../scripts/blocking-candidates.ts';
import { allEntries, unmatched, type PackEntry } from '../scripts/pack-entries.ts';
import { unfixed } from '../scripts/unfixed-uses.ts';
import { PACKS } from '../server/packs/index.ts';
import { installed } from './installed.ts';
import { table } from './table.ts';

/** Releases that people use side by side, since libraries rename and move what they declare. */
const RELEASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  newest: {
    '@angular/router': '22.2.6',
    '@jest/globals': '30.5.2',
    '@nestjs/common': '12.5.1',
    '@node-rs/bcrypt': '2.0.0',
    '@playwright/test': '1.65.1',
    '@prisma/client': '7.10.0',
    '@supabase/supabase-js': '2.109.0',
    '@sveltejs/kit': '3.2.0',
    '@swc/core': '1.16.22',
    '@tanstack/query-core': '5.108.0',
    '@tanstack/router-core': '1.171.39',
    '@testing-library/dom': '10.4.2',
    '@testing-library/jest-dom': '7.0.1',
    '@testing-library/react': '16.3.3',
    '@testing-library/user-event': '14.6.12',
    '@trpc/server': '11.25.2',
    '@types/babel__core': '7.20.5',
    '@types/bcrypt': '6.0.0',
    '@types/better-sqlite3': '9.6.0',
    '@types/chai': '5.2.3',
    '@types/chai-as-promised': '8.0.2',
    '@types/cross-spawn': '6.0.6',
    '@types/deasync': '0.1.5',
    '@types/express': '5.0.6',
    '@types/fs-extra': '11.0.4',
    '@types/jest': '30.0.0',
    '@types/jsonfile': '6.1.4',
    '@types/jsonwebtoken': '9.0.10',
    '@types/koa': '3.0.3',
    '@types/lodash': '4.17.27',
    '@types/mocha': '10.0.10',
    '@types/node': '26.6.6',
    '@types/pngjs': '6.0.5',
    '@types/pug': '2.0.10',
    '@types/react': '19.3.0',
    '@types/resolve': '1.20.6',
    '@types/shelljs': '0.10.0',
    '@types/tmp': '0.2.6',
    '@types/which': '3.0.4',
    '@types/write-file-atomic': '4.0.3',
    bcryptjs: '3.0.3',
    cac: '7.1.0',
    cosmiconfig: '9.0.2',
    'drizzle-orm': '0.45.4',
    'es-toolkit': '1.53.2',
    esbuild: '0.28.2',
    execa: '9.6.1',
    'fast-glob': '3.3.3',
    fastify: '5.12.8',
    'find-up': '8.0.0',
    glob: '14.0.6',
    globby: '16.2.4',
    hono: '4.13.19',
    'jpeg-js': '0.4.4',
    knex: '3.3.0',
    mkdirp: '3.0.1',
    mobx: '7.1.3',
    mongoose: '9.12.1',
    next: '16.4.6',
    'playwright-core': '1.65.1',
    'react-hook-form': '7.92.0',
    'react-router': '8.5.1',
    'read-package-up': '12.0.0',
    rimraf: '6.1.4',
    rolldown: '1.3.2',
    rollup: '4.68.7',
    sass: '1.108.2',
    'sync-request': '6.1.0',
    tinyglobby: '0.2.17',
    vite: '8.3.8',
    vitest: '4.1.12',
    vue: '3.5.45',
  },
  older: {
    '@jest/globals': '29.7.0',
    '@trpc/react-query': '11.19.0',
    '@trpc/server': '11.19.0',
    '@types/express': '4.17.25',
    '@types/jest': '29.5.14',
    '@types/node': '18.19.130',
  },
};

/** What generated code imports. */
const RUNTIMES: Readonly<Record<string, string>> = { '@prisma/client': '@prisma/client/runtime/client' };

/** The project in which all packages of a release are imported. */
function projectOf(release: string, packages: Readonly<Record<string, string>>): string {
  const folder = installed(`bench-packs-${release}`, packages).replaceAll('\\', '/');
  const types = Object.keys(packages).flatMap(name => /^@types\/(.*)/.exec(name)?.[1] ?? []);
  const own = Object.keys(packages).filter(name => !name.startsWith('@types/'));
  const modules = [...own, ...own.flatMap(name => RUNTIMES[name] ?? []), ...described(packages)];
  const compilerOptions = { target: 'esnext', module: 'esnext', moduleResolution: 'bundler', jsx: 'preserve', types };
  const tsconfig = join(folder, 'tsconfig.json').replaceAll('\\', '/');
  writeFileSync(tsconfig, JSON.stringify({ compilerOptions, files: ['imports.ts'] }));
  writeFileSync(join(folder, 'imports.ts'), modules.map(name => `import '${name}';\n`).join(''));
  return tsconfig;
}

/** Modules that entries name though a package that is installed brings them along. */
const described = (packages: Readonly<Record<string, string>>): string[] =>
  [...new Set(allEntries().map(({ module }) => module))].filter(
    module => module !== 'lib' && !isBuiltin(module) && !(module in packages),
  );

/** The calls that no fix is offered for, beside the packages of a project. */
function unfixedIn(project: string): readonly UseProgram[] {
  const folder = join(dirname(project), 'uses');
  mkdirSync(folder, { recursive: true });
  const compilerOptions = {
    strict: true,
    target: 'esnext',
    module: 'esnext',
    moduleResolution: 'bundler',
    types: ['node'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  return unfixed(folder.replaceAll('\\', '/'), USE_PROGRAMS);
}

let left: readonly PackEntry[] = allEntries();
const all = left.length;
const candidates = new Set<string>();
const withoutFix: UseProgram[] = [];
for (const [release, packages] of Object.entries(RELEASES)) {
  const project = projectOf(release, packages);
  left = unmatched(project, left);
  for (const candidate of blockingCandidates(project)) candidates.add(candidate);
  if (release === 'newest') withoutFix.push(...unfixedIn(project));
}
const unjudged = undecided([...candidates], PACKS);

console.log(`${all} entries of ${PACKS.length} packs and of facts, ${left.length} of which match nothing.`);
if (left.length > 0) {
  console.log(table(['module', 'list', 'entry'], left.map(({ module, list, name }) => [module, list, name])));
  process.exitCode = 1;
}
console.log(`${candidates.size} functions of Node may block, ${unjudged.length} of which nobody has looked at.`);
if (unjudged.length > 0) {
  console.log(unjudged.join('\n'));
  process.exitCode = 1;
}
console.log(`${USE_PROGRAMS.length} calls have a replacement, ${withoutFix.length} of which no fix.`);
if (withoutFix.length > 0) {
  console.log(withoutFix.map(({ of, text }) => `${of}\n${text}`).join('\n'));
  process.exitCode = 1;
}
