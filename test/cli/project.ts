/** A project on disk for one test, and the command line run in it. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const CLI = resolve('dist/cli.js');

const TSCONFIG = JSON.stringify({
  compilerOptions: { strict: true, target: 'es2022', module: 'nodenext', types: [] },
  include: ['src'],
});

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'asynclens-'));

  /** Paths relative to the project's folder. There is a `tsconfig.json` for `src` unless `files` has another. */
  constructor(files: Readonly<Record<string, string>>) {
    for (const [file, text] of Object.entries({ 'tsconfig.json': TSCONFIG, ...files })) this.write(file, text);
  }

  write(file: string, text: string): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  asynclens(...args: string[]): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: this.folder, encoding: 'utf8' });
    return { code: status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
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
