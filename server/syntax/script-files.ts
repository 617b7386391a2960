/** Files that run once and then end, by their names and first lines: what they block, nobody waits for. */

import type { SourceFile } from './ast.ts';
import { isTestFile } from './test-files.ts';

/** Folders of what developers run, and files that configure tools. */
const TOOL =
  /(?:^|\/)(?:\.[^/]+|bench(?:marks?)?|bin|build|cli|examples?|scripts?|tools?|tasks)\/|\.config\.[cm]?[jt]sx?$|(?:^|\/)(?:gulpfile|gruntfile|jakefile)\.[cm]?[jt]s$/i;

/** Programs that a command line starts, what builds, configures and tests, and code of worker threads. */
export function isScript({ fileName, text }: SourceFile, root: string): boolean {
  if (text.startsWith('#!') || isWorker(text) || isTestFile(fileName, root)) return true;
  return TOOL.test(fileName.startsWith(`${root}/`) ? fileName.slice(root.length + 1) : fileName);
}

/** What a worker thread is started with has the other end of its channel. */
const isWorker = (text: string): boolean => /\b(?:parentPort|workerData)\b/.test(text);
