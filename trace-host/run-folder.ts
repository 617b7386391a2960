/** The folders in which the programs of a run and their listener meet: see `shared/trace/rendezvous.ts`. */

import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announcementFile } from '../shared/trace/rendezvous.ts';
import { isRunning } from './running.ts';

const PREFIX = 'run-';

/**
 * Makes a folder for a run, to be named to its programs. Its path is short, since that of a socket must be.
 * @throws when the user's folder cannot be made, or is not the user's alone
 */
export async function makeRunFolder(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const parent = runsFolder(env);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await ensureOwn(parent);
  return mkdtemp(join(parent, PREFIX));
}

/** Removes it with all that is in it; nothing where it is gone. */
export const removeRunFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** The folder of the run that a process takes part in; `undefined` when it is not recorded. */
export async function runFolderOf(pid: number, env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const parent = runsFolder(env);
  for (const run of await namesIn(parent)) {
    if (!run.startsWith(PREFIX)) continue;
    const folder = join(parent, run);
    if ((await namesIn(folder)).includes(announcementFile(pid))) return folder;
  }
  return undefined;
}

/** A process that is being recorded, and lets others listen. */
export interface RecordedProcess {
  readonly pid: number;
  /** As it was started: the path of Node, that of the program, and its arguments. */
  readonly argv: readonly string[];
}

/** Those of all runs of this user, with the folders of their runs. */
export async function recordedProcesses(
  env: NodeJS.ProcessEnv = process.env,
): Promise<(RecordedProcess & { readonly folder: string })[]> {
  const parent = runsFolder(env);
  const folders = (await namesIn(parent)).filter(name => name.startsWith(PREFIX)).map(name => join(parent, name));
  const found = await Promise.all(
    folders.map(async folder => (await processesIn(folder)).map(it => ({ ...it, folder }))),
  );
  return found.flat();
}

/** Those of a run that are there still: one that was killed leaves its file behind. */
export async function processesIn(folder: string): Promise<RecordedProcess[]> {
  const pids = (await namesIn(folder)).flatMap(name => pidOf(name) ?? []).filter(isRunning);
  return Promise.all(pids.map(async pid => ({ pid, argv: await argvIn(join(folder, announcementFile(pid))) })));
}

const pidOf = (name: string): number | undefined => {
  const digits = /^(\d+)\.pid$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** Empty for a process that has gone just now. */
async function argvIn(file: string): Promise<string[]> {
  try {
    const argv: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Array.isArray(argv) ? argv.map(String) : [];
  } catch {
    return [];
  }
}

/** The user's own folder for what lives as long as a session; elsewhere one in that for temporary files. */
function runsFolder(env: NodeJS.ProcessEnv): string {
  return env['XDG_RUNTIME_DIR']
    ? join(env['XDG_RUNTIME_DIR'], 'asynclens')
    : join(tmpdir(), `asynclens-${process.getuid?.() ?? 'runs'}`);
}

/** Anybody may have made a folder of this name among the temporary ones. */
async function ensureOwn(folder: string): Promise<void> {
  if (process.getuid === undefined) return;
  const status = await lstat(folder);
  if (!status.isDirectory() || status.uid !== process.getuid()) {
    throw new Error(`${folder} belongs to somebody else. Remove it, or set XDG_RUNTIME_DIR to a folder of your own.`);
  }
  if ((status.mode & 0o077) !== 0) await chmod(folder, 0o700);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
