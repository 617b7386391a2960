/** Projects on disk, and the command line run in them. */

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Folder } from '../lsp/folder.ts';

const CLI = resolve('dist/cli.js');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class Project extends Folder {
  asynclens(...args: string[]): Outcome {
    return this.asynclensWith({}, ...args);
  }

  asynclensWith(variables: Readonly<Record<string, string>>, ...args: string[]): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      cwd: this.path,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: `${this.path}/.user-cache`, ...variables },
    });
    return { code: status, stdout, stderr };
  }
}

const projects: Project[] = [];

/** A project that is removed after the tests. */
export function project(files: Readonly<Record<string, string>>): Project {
  const made = new Project(files);
  projects.push(made);
  return made;
}

after(() => {
  for (const made of projects.splice(0)) made.remove();
});
