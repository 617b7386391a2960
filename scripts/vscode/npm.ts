// Installs npm packages into a folder that is no part of the repository.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Installs `packages` into a new, empty folder.
 * Install scripts do not run: VS Code's compile native modules for minutes, and nothing here needs those.
 */
export async function installPackages(folder: string, packages: readonly string[]): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npmInstall(folder, packages);
}

/** Installs what the `package.json` in a folder depends on at run time. A failure is tried once more. */
export async function installDependencies(folder: string): Promise<void> {
  await npmInstall(folder, ['--omit=dev']);
}

async function npmInstall(folder: string, args: readonly string[]): Promise<void> {
  const command = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args];
  const first = await npm(folder, command);
  if (first.code === 0) return;
  console.log('npm install failed; trying once more …');
  const second = await npm(folder, command);
  if (second.code === 0) return;
  throw new Error(
    `npm could not install ${args.join(' ')}. Check that \`npm ping\` reaches the registry and that ` +
      `the disk has 2 GB free, then run the same command again. npm said:\n${second.output}`,
  );
}

async function npm(folder: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  // On Windows npm is a .cmd file, which only a shell can run.
  const child = spawn('npm', args, { cwd: folder, shell: process.platform === 'win32' });
  let output = '';
  child.stdout.on('data', chunk => (output += chunk));
  child.stderr.on('data', chunk => (output += chunk));
  const [code] = await once(child, 'close');
  return { code: code as number, output };
}
