// Other versions of Node than the one that runs: from npm, kept in the user's cache folder.
import { join } from 'node:path';
import { cached } from './vscode/cache.ts';
import { installPackages } from './vscode/npm.ts';
import { nodePackage } from './vscode/obtain.ts';

/**
 * The path of a Node of this major version: the one that runs, else the newest when it is first needed, which is kept.
 */
export async function obtainNode(major: number): Promise<string> {
  if (process.version.startsWith(`v${major}.`)) return process.execPath;
  const name = nodePackage();
  const folder = await cached(`${name}@${major}`, part => installPackages(part, [`${name}@${major}`]));
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
