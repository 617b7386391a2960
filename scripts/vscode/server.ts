// VS Code's server on this machine: started with fresh data, stopped without a trace.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { obtainVSCode, type VSCodePrograms } from './obtain.ts';

export interface ServerOptions {
  /** User settings besides those that keep the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A VSIX to install before the start. */
  readonly vsix?: string;
}

export interface WorkbenchPage {
  /** Absolute path of the folder to open, or of the `.code-workspace` file that names several. */
  readonly folder: string;
  /** The extension to load from its sources. */
  readonly extension?: string;
  /** The module whose `run` runs the tests inside the extension host. */
  readonly tests?: string;
  /** A file to open at the start. */
  readonly file?: string;
}

export interface VSCodeServer {
  /** The address that shows a workbench. It holds the secret that lets a browser in. */
  address(page: WorkbenchPage): string;
  /** Settles when the server has ended, asked to or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.enabled': false,
};

export async function startServer(options: ServerOptions = {}): Promise<VSCodeServer> {
  const programs = await obtainVSCode();
  const data = await mkdtemp(join(tmpdir(), 'asynclens-vscode-'));
  const settings = JSON.stringify({ ...QUIET_SETTINGS, ...options.settings });
  await mkdir(join(data, 'data', 'User'), { recursive: true });
  await writeFile(join(data, 'data', 'User', 'settings.json'), settings);
  if (options.vsix !== undefined) await runServer(programs, data, ['--install-extension', options.vsix]);

  const token = randomUUID();
  const child = spawnServer(programs, data, [
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--enable-smoke-test-driver'],
  ]);
  const ended = once(child, 'exit').then(() => rm(data, { recursive: true, force: true, maxRetries: 5 }));
  // Also a script that breaks down takes its server with it.
  process.once('exit', () => child.kill());
  const port = await listeningPort(child);
  return {
    address: page => workbenchAddress(`127.0.0.1:${port}`, token, page),
    ended,
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

function spawnServer(programs: VSCodePrograms, data: string, args: readonly string[]): ChildProcess {
  const folders = ['--server-data-dir', data, '--extensions-dir', join(data, 'extensions')];
  return spawn(programs.node, [programs.serverMain, ...folders, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the server's program for a job that ends by itself. */
async function runServer(programs: VSCodePrograms, data: string, args: readonly string[]): Promise<void> {
  const child = spawnServer(programs, data, args);
  let output = '';
  child.stdout?.on('data', chunk => (output += chunk));
  child.stderr?.on('data', chunk => (output += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`VS Code's server failed with ${args.join(' ')}:\n${output}`);
}

/** The port that the server chose, which it prints when it is ready. */
async function listeningPort(child: ChildProcess): Promise<number> {
  const said: string[] = [];
  child.stderr?.on('data', chunk => said.push(String(chunk)));
  for await (const line of createInterface({ input: child.stdout! })) {
    said.push(line);
    const port = /agent listening on (\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    // What is said later must be read, lest the pipe fills and the server blocks.
    child.stdout!.resume();
    return Number(port);
  }
  throw new Error(`VS Code's server ended before it was ready:\n${said.join('\n')}`);
}

function workbenchAddress(authority: string, token: string, page: WorkbenchPage): string {
  const remote = (file: string): string => `vscode-remote://${authority}${pathToFileURL(file).pathname}`;
  const payload: string[][] = [];
  if (page.extension !== undefined) payload.push(['extensionDevelopmentPath', remote(page.extension)]);
  if (page.tests !== undefined) payload.push(['extensionTestsPath', remote(page.tests)]);
  if (page.file !== undefined) payload.push(['openFile', remote(page.file)]);
  const query = new URLSearchParams({
    tkn: token,
    [page.folder.endsWith('.code-workspace') ? 'workspace' : 'folder']: pathToFileURL(page.folder).pathname,
    payload: JSON.stringify(payload),
  });
  return `http://${authority}/?${query}`;
}
