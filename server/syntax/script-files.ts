/** Files that run once and then end, by their names and first lines: what they block, nobody waits for. */

import type { Node, SourceFile } from './ast.ts';
import { isTestFile, pathBelow } from './test-files.ts';

/**
 * Folders of what developers run, also of packages such as `create-app` and `app-cli`, and files that configure tools.
 */
const TOOL =
  /(?:^|\/)(?:\.[^/]+|bench(?:marks?)?|bin|build|(?:[\w-]+-)?cli|create(?:-[\w-]+)?|examples?|scripts?|seed(?:s|ers|ing)?|tools?|tasks)\/|\.config\.[cm]?[jt]sx?$|(?:^|\/)(?:cli|gulpfile|gruntfile|jakefile|seed(?:-[\w-]+)?)\.[cm]?[jt]s$/i;

/** Whether code is that of a package. */
export const isCodeOfPackage = (node: Node): boolean => node.getSourceFile().fileName.includes('/node_modules/');

/** Programs that a command line starts, what builds, configures and tests, and code of worker threads. */
export function isScript({ fileName, text }: SourceFile, root: string): boolean {
  if (text.startsWith('#!') || isWorker(text) || isTestFile(fileName, root)) return true;
  return TOOL.test(pathBelow(root, fileName));
}

/**
 * A worker thread knows the other end of its channel; hooks for modules, which have a thread too, know the next ones.
 */
const isWorker = (text: string): boolean =>
  WORKER_NAMES.some(name => text.includes(name) && new RegExp(`\\b${name}\\b`).test(text));

const WORKER_NAMES = ['parentPort', 'workerData', 'defaultLoad', 'defaultResolve', 'nextLoad', 'nextResolve'];
