// Runs the mocha tests in some folders of `test/` and ends with a line to be counted: `12 passed, 0 failed`.
//   node out/scripts/mocha.js unit rules
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Mocha from 'mocha';

const mocha = new Mocha({ ui: 'bdd', timeout: 60_000 });
for (const folder of process.argv.slice(2)) {
  for (const source of testSources(join('test', folder))) mocha.addFile(resolve('out', source.replace(/\.ts$/, '.js')));
}
await mocha.loadFilesAsync();
const stats = await new Promise<Mocha.Stats>(done => {
  const runner = mocha.run(() => done(runner.stats!));
});
console.log(`${stats.passes} passed, ${stats.failures} failed`);
process.exitCode = stats.failures > 0 || stats.passes === 0 ? 1 : 0;

/** The sources are listed, not what was built from them: an old build may hold tests that are gone. */
function testSources(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .sort()
    .map(name => join(folder, name));
}
