// The samples do what their pages say: what they print, and what Asynclens finds in them.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { sep } from 'node:path';
import { text } from 'node:stream/consumers';

const SAMPLES = readdirSync('samples').filter(name => existsSync(`samples/${name}/main.ts`));

describe('the samples', function () {
  // All of them are run before.
  this.timeout(180_000);
  let printed: ReadonlyMap<string, Outcome>;
  let found: ReadonlyMap<string, string>;
  before(async () => {
    printed = await runAll(SAMPLES);
    found = await findings();
  });

  it('type-check', async () => {
    const { output, code } = await node('node_modules/typescript/bin/tsc', '-p', 'samples');
    assert.equal(code, 0, output);
  });

  for (const sample of SAMPLES) {
    const page = readFileSync(`samples/${sample}/README.md`, 'utf8');

    it(`${sample} prints what its page says`, () => {
      assert.deepEqual(printed.get(sample), { output: block(page, 'output'), errors: '', code: 0 });
    });

    it(`${sample} has the findings that its page names`, () => {
      assert.equal(found.get(sample) ?? '', block(page, 'findings'));
    });

    it(`${sample} is in the list of samples, and can be launched`, () => {
      assert.ok(readFileSync('samples/README.md', 'utf8').includes(`\n| [${sample}](${sample}/README.md) | `));
      assert.ok(readFileSync('.vscode/launch.json', 'utf8').includes(`/out/samples/${sample}/main.js"`));
    });
  }
});

interface Outcome {
  readonly output: string;
  readonly errors: string;
  readonly code: number | null;
}

async function node(...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, args);
  const closed = new Promise<number | null>((close, fail) => child.on('close', close).on('error', fail));
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { output, errors, code };
}

/** Runs as many samples side by side as there are processors. */
async function runAll(samples: readonly string[]): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const left = samples.values();
  const lane = async () => {
    for (const sample of left) outcomes.set(sample, await node('out/scripts/sample.js', sample));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return outcomes;
}

/** The fenced block of a kind in a page, empty where there is none. */
const block = (page: string, kind: string): string =>
  new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';

interface FileResult {
  readonly filePath: string;
  readonly messages: readonly { readonly line: number; readonly column: number; readonly ruleId: string }[];
}

/** What the command line finds in each sample, a line each. */
async function findings(): Promise<ReadonlyMap<string, string>> {
  const { output } = await node('dist/cli.js', 'check', 'samples', '--format', 'json');
  const bySample = new Map<string, string>();
  for (const { filePath, messages } of JSON.parse(output) as readonly FileResult[]) {
    const [sample, file] = filePath.split(sep).slice(-2) as [string, string];
    const lines = messages.map(({ line, column, ruleId }) => `${file}:${line}:${column} ${ruleId}\n`);
    bySample.set(sample, (bySample.get(sample) ?? '') + lines.join(''));
  }
  return bySample;
}
