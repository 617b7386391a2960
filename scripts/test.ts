// `npm test`: every check and every suite, each in a process of its own, and one line that adds them up.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { dirname, sep } from 'node:path';

interface Suite {
  readonly name: string;
  /** Arguments for Node. */
  readonly command: readonly string[];
  /** A check counts as one test; tests end with a line that counts them. */
  readonly kind: 'check' | 'tests';
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The mocha suites by the folders of `test/` that they hold. */
const MOCHA = {
  'unit tests': ['unit', 'rules', 'meta'],
  'language server': ['lsp'],
  'command line': ['cli'],
  'recordings': ['trace'],
  'panel': ['panel'],
  'samples': ['samples'],
  'packages': ['package'],
} as const;

const mocha = (name: keyof typeof MOCHA): Suite =>
  ({ name, command: ['out/scripts/mocha.js', ...MOCHA[name]], kind: 'tests' });

const SUITES: readonly Suite[] = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-b'], kind: 'check' },
  { name: 'generated files', command: ['out/scripts/generate.js', '--check'], kind: 'check' },
  {
    name: 'our own findings',
    command: [
      'dist/cli.js',
      'check',
      'bench',
      'cli',
      'client',
      'scripts',
      'server',
      'shared',
      'shim',
      'store',
      'test',
      'trace',
      'trace-host',
      'webview',
    ],
    kind: 'check',
  },
  mocha('unit tests'),
  mocha('language server'),
  mocha('command line'),
  { name: 'end to end', command: ['out/scripts/e2e.js'], kind: 'tests' },
  mocha('recordings'),
  mocha('panel'),
  mocha('samples'),
  mocha('packages'),
];

const LIMIT_MS = 10 * 60_000;

requireNoTestLeftOut();
let total: Counts = { passed: 0, failed: 0 };
for (const suite of SUITES) {
  console.log(`\n── ${suite.name} ${'─'.repeat(60 - suite.name.length)}`);
  const start = Date.now();
  const { passed, failed } = await run(suite);
  console.log(`${suite.name}: ${failed === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  total = { passed: total.passed + passed, failed: total.failed + failed };
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function run(suite: Suite): Promise<Counts> {
  const child = spawn(process.execPath, suite.command, { stdio: ['ignore', 'pipe', 'inherit'], timeout: LIMIT_MS });
  let counts: Counts | undefined;
  createInterface({ input: child.stdout }).on('line', line => {
    console.log(line);
    const [, passed, failed] = /(\d+) passed, (\d+) failed$/.exec(line) ?? [];
    if (passed !== undefined) counts = { passed: Number(passed), failed: Number(failed) };
  });
  const [code, signal] = await once(child, 'close');
  if (suite.kind === 'check') return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (counts === undefined || counts.passed + counts.failed === 0) {
    console.log(`${suite.name} ran no test (exit code ${code}, signal ${signal}).`);
    return { passed: 0, failed: 1 };
  }
  // A suite may break down after its last test.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** A test in a folder that no suite names would never run. */
function requireNoTestLeftOut(): void {
  const known = Object.values(MOCHA).flat() as readonly string[];
  const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.test.ts'));
  const lost = tests.filter(test => !known.includes(dirname(test).split(sep)[0]!));
  if (lost.length > 0) throw new Error(`scripts/test.ts has no suite for ${lost.join(', ')}.`);
}
