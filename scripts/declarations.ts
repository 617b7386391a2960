/** The type declarations of installed packages, as the compiler sees them. */

import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import { Engine } from '../server/engine/engine.ts';
import { findCompiler } from '../server/engine/find-compiler.ts';
import type { Program } from '../server/engine/program.ts';

/** @param tsconfig absolute path */
export function inProject<T>(tsconfig: string, look: (program: Program) => T): T {
  const host = { checkpoint: () => undefined, log: console.error, started: () => undefined };
  const engine = new Engine(dirname(tsconfig), 'run', host);
  try {
    engine.openProject(tsconfig);
    return engine.use(snapshot => {
      const program = snapshot.programOf(tsconfig);
      if (!program) throw new Error(`There is no project ${tsconfig}.`);
      return look(program);
    });
  } finally {
    engine.dispose();
  }
}

/** The files that a module may be declared in, for a project at this place. */
export function declarationsOf(module: string, tsconfig: string): string[] {
  if (module === 'lib') return declarationsBelow(dirname(findCompiler()));
  const typed = module.replace(/^@(.+)\//, '$1__');
  const packages = isBuiltin(module) || module.startsWith('node:') ? ['@types/node'] : [module, `@types/${typed}`];
  const folder = `${dirname(tsconfig)}/node_modules`;
  return packages.map(name => `${folder}/${name}`).filter(existsSync).flatMap(declarationsBelow);
}
/** By the paths that the compiler knows them by. */
function declarationsBelow(linked: string): string[] {
  const folder = realpathSync(linked).replaceAll('\\', '/');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter(name => /\.d\.[cm]?ts$/.test(name)).map(name => `${folder}/${name.replaceAll('\\', '/')}`);
}
