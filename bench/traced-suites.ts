// Whether the tests of published packages notice that they are recorded: the same tests pass and fail, and the runner
// ends with the same code.
//   node out/bench/traced-suites.js --in ../suites [--node 22,24] [suite…]
// `--in` has a checkout of each package, with its dependencies, in a folder of the package's name.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { readRecording } from '../cli/trace/read.ts';
import { obtainNode } from '../scripts/node-versions.ts';
import { tracedEnvironment } from '../shared/trace/environment.ts';
import { EVENT_INTS } from '../shared/trace/events.ts';
import { SUITES, type Suite } from './trace/suites.ts';
import { table } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { in: { type: 'string', default: '..' }, node: { type: 'string', default: '24' } },
});

interface Result {
  readonly code: number | null;
  readonly seconds: number;
  /** A line for each test: whether it passed, and its name; sorted. */
  readonly tests: readonly string[];
  /** For people to read, when there are no tests. */
  readonly output: string;
}

const shim = resolve('dist/shim.cjs');
const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
try {
  const rows: string[][] = [];
  for (const version of values.node.split(',')) {
    const node = await obtainNode(Number(version));
    for (const [name, suite] of Object.entries(SUITES)) {
      if (positionals.length === 0 || positionals.includes(name)) rows.push(await compare(name, suite, version, node));
    }
  }
  console.log(table(['suite', 'Node', 'tests', 'passed', 'same', 'events', 'threads', 'not seen', 'time'], rows));
} finally {
  rmSync(temporary, { recursive: true });
}

async function compare(name: string, suite: Suite, version: string, node: string): Promise<string[]> {
  const folder = resolve(values.in, name);
  if (!existsSync(folder)) {
    throw new Error(`There is no ${folder}. Clone ${suite.repository} at ${suite.commit}, and install it.`);
  }
  const file = join(temporary, `${name}-${version}`);
  const alone = await run(node, suite, folder, process.env);
  const traced = await run(node, suite, folder, tracedEnvironment(process.env, shim, { file }));
  if (alone.tests.length === 0) throw new Error(`The tests of ${name} do not run here:\n${alone.output}`);
  const differences = differencesOf(alone, traced);
  for (const it of differences) console.log(`${name}, Node ${version}: ${it}`);
  if (differences.length > 0) process.exitCode = 1;
  const { streams, damages } = await readRecording(file);
  for (const damage of damages) console.log(`${name}, Node ${version}: ${damage}`);
  const chunks = streams.flatMap(({ segments }) => segments.flatMap(it => it.chunks));
  const skipped = new Set(streams.flatMap(it => it.skipped.map(({ file: path }) => path)));
  return [
    `${name} (${suite.runner})`,
    version,
    String(alone.tests.length),
    String(alone.tests.filter(it => it.startsWith('ok')).length),
    differences.length === 0 ? 'yes' : 'NO',
    String(chunks.reduce((sum, { events }) => sum + events.length / EVENT_INTS, 0)),
    String(streams.length),
    `${skipped.size} files`,
    (traced.seconds / alone.seconds).toFixed(2),
  ];
}

function differencesOf(alone: Result, traced: Result): string[] {
  const missing = without(alone.tests, traced.tests).map(it => `only alone: ${it}`);
  const added = without(traced.tests, alone.tests).map(it => `only traced: ${it}`);
  const codes = alone.code === traced.code ? [] : [`exit code ${alone.code} alone, ${traced.code} traced`];
  return [...codes, ...missing, ...added];
}

/** Lines of `all` less those of `others`, where a line may be there several times. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const it of others) left.set(it, (left.get(it) ?? 0) + 1);
  return all.filter(it => {
    const count = left.get(it) ?? 0;
    left.set(it, count - 1);
    return count <= 0;
  });
}

async function run(node: string, { command, results }: Suite, cwd: string, env: NodeJS.ProcessEnv): Promise<Result> {
  const [bin, ...args] = command;
  const start = performance.now();
  // Runners show colours, and other things, where they believe to be watched.
  const child = spawn(node, [...commandOf(bin, cwd), ...args], {
    cwd,
    env: { ...env, CI: 'true', NO_COLOR: '1', NODE_DISABLE_COLORS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  const tests = [...(results === 'jest' ? ofJest(stdout) : ofTap(stdout))].sort();
  return { code, seconds: (performance.now() - start) / 1000, tests, output: stdout + stderr };
}

/** A program among the dependencies; or options of Node. */
function commandOf(bin: string, folder: string): string[] {
  if (bin.startsWith('--')) return [bin];
  let at = folder;
  while (!existsSync(join(at, 'node_modules', bin))) {
    if (at === dirname(at)) throw new Error(`${folder} has no node_modules/${bin}: install its dependencies.`);
    at = dirname(at);
  }
  return [join(at, 'node_modules', bin)];
}

function* ofTap(output: string): Generator<string> {
  for (const [, result, name] of output.matchAll(/^ *((?:not )?ok) \d+ (?:- )?(.*?)(?: # (?:time|duration).*)?$/gm)) {
    yield `${result} ${name}`;
  }
}

interface JestResults {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function* ofJest(output: string): Generator<string> {
  const { testResults } = JSON.parse(output.slice(output.indexOf('{'))) as JestResults;
  for (const { status, fullName } of testResults.flatMap(it => it.assertionResults)) {
    yield `${status === 'passed' ? 'ok' : status} ${fullName}`;
  }
}
