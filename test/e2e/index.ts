// The tests module that VS Code loads into its extension host. It does not know which VS Code that is.
import { format } from 'node:util';
import Mocha from 'mocha';
import { opened } from './opened-folders.ts';

/** Marks our lines among all that VS Code prints. */
const print = (...args: unknown[]): void =>
  format(...args).split('\n').forEach(line => console.log(`[test] ${line}`));

export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await opened(2);
  print('The folders are open.');
  await import('./findings.ts');
  await import('./fixes.ts');
  await import('./fixes-in-several-files.ts');
  await import('./blocking-paths.ts');
  await import('./compiler-errors.ts');
  await import('./configuration.ts');
  await import('./workspace-folders.ts');
  await import('./tracing.ts');
  await import('./recorded-code.ts');
  await import('./attaching.ts');
  await import('./recovery.ts');
  const stats = await new Promise<Mocha.Stats>(resolve => {
    const runner = mocha.run(() => resolve(runner.stats!));
  });
  print(`${stats.passes} passed, ${stats.failures} failed`);
  if (stats.failures > 0 || stats.passes === 0) throw new Error('The end-to-end suite failed.');
}
