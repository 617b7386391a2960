/** How much of the truth is seen without insertions, by stacks alone: at least so much. */

import assert from 'node:assert/strict';

import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { link } from '../../trace/link.ts';
import { describeGraph } from './describe.ts';
import { NODES } from './nodes.ts';
import { PATTERNS, patternsFor } from './pattern-files.ts';
import { randomProgram } from './random-program.ts';
import { recordWith } from './record.ts';
import { graphLines, truthLines } from './truth.ts';

const TRUTH = /^\/\/ .*$/gm;

const graphOf = async (node: string, file: string) =>
  link((await recordWith({ tier: 'hooks' }, node, file)).recording.streams[0]!);

/** Of several programs: how many lines there are, and how many of them were found. */
class Share {
  #all = 0;
  #found = 0;

  add(truth: readonly string[], found: readonly string[]): void {
    const left = [...found];
    for (const line of truth) {
      const at = left.indexOf(line);
      if (at !== -1) left.splice(at, 1);
      this.#found += at === -1 ? 0 : 1;
    }
    // What is found and not true counts as well.
    this.#all += truth.length + Math.max(0, found.length - truth.length);
  }

  get percent(): number {
    return Math.floor((100 * this.#found) / this.#all);
  }
}

const isAwait = (line: string): boolean => / → /.test(line);
/** A task with what started it. How it ended is not told: no hook says whether a promise was rejected. */
const task = (line: string): string => line.replace(/ \(.*\)$| (?:fulfilled|rejected)$/, '');
const awaitLine = (line: string): string => line.replace(/ → .*/, '');

class Shares {
  readonly tasks = new Share();
  readonly awaitLines = new Share();
  readonly awaits = new Share();

  add(truth: readonly string[], found: readonly string[]): void {
    this.tasks.add(truth.filter(it => !isAwait(it)).map(task), found.filter(it => !isAwait(it)).map(task));
    this.awaitLines.add(truth.filter(isAwait).map(awaitLine), found.filter(isAwait).map(awaitLine));
    this.awaits.add(truth.filter(isAwait), found.filter(isAwait));
  }

  /** At least so many per cent are right of the tasks, of the lines of awaits, and of what these wait for. */
  assertAtLeast(tasks: number, awaitLines: number, awaits: number): void {
    const found = [this.tasks.percent, this.awaitLines.percent, this.awaits.percent];
    assert.ok([tasks, awaitLines, awaits].every((floor, at) => found[at]! >= floor), `${found.join(', ')} per cent`);
  }
}

describe('the tier `hooks`', function () {
  // Each looks at many programs.
  this.timeout(600_000);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  after(() => rmSync(folder, { recursive: true }));

  for (const node of NODES.filter(it => it.isModern)) {
    it(`sees most of the patterns on Node ${node.version}`, async () => {
      const shares = new Shares();
      for (const name of patternsFor(node)) {
        const path = join(PATTERNS, name);
        const truth = Array.from(readFileSync(path, 'utf8').matchAll(TRUTH), ([line]) => line.slice(3));
        const found = describeGraph(await graphOf(await node.path(), path), name);
        shares.add(truth, found);
      }
      shares.assertAtLeast(97, 95, 92);
    });

    it(`sees most of random programs on Node ${node.version}`, async () => {
      const shares = new Shares();
      for (let seed = 1; seed <= 10; seed++) {
        const { source, truth } = randomProgram(seed);
        const file = join(folder, `program-${seed}.mjs`);
        writeFileSync(file, source);
        shares.add(truthLines(truth), graphLines(await graphOf(await node.path(), file), file));
      }
      shares.assertAtLeast(99, 99, 93);
    });

    it(`sees code in other contexts, and code made of text, on Node ${node.version}`, async () => {
      const file = join(folder, 'contexts.cjs');
      writeFileSync(
        file,
        `const text = 'async function inside() {\\n  await null;\\n  await ready;\\n}\\ninside()';
        const context = { ready: Promise.resolve() };
        require('vm').runInNewContext(text, context, '/app/in-context.js');
        const { ready } = context;
        eval(text + '//# sourceURL=/app/evaluated.js');`,
      );
      const graph = await graphOf(await node.path(), file);
      for (const name of ['/app/in-context.js', '/app/evaluated.js']) {
        assert.deepEqual(describeGraph(graph, name), [
          'inside: by program (awaited by nobody)',
          '  2 → value',
          '  3 → value',
        ]);
      }
    });
  }
});
