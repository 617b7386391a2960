// Runs a tests module inside the desktop VS Code, which is downloaded where it is not in the cache yet.
import { runTests } from '@vscode/test-electron';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import type { TestsPage } from './tests-in-browser.ts';

/** Runs the tests and returns their exit code. */
export async function runTestsInElectron({ folder, extension, tests }: TestsPage): Promise<number> {
  return runTests({
    cachePath: join(cacheFolder, 'electron'),
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust'],
  });
}
