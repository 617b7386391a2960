// How often a recording names what stopped the event loop, in thirty ways to stop it.
//   node out/bench/blocks.js [--node 22,24,26] [--rounds 3]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readRecording } from '../cli/trace/read.ts';
import type { Stack } from '../shared/trace/stack.ts';
import { obtainNode } from '../scripts/node-versions.ts';
import { tracedEnvironment } from '../shared/trace/environment.ts';
import { culpritIn, type Block } from '../trace/blocks.ts';
import { link } from '../trace/link.ts';
import { ownerOf } from '../trace/owner.ts';
import { table } from './table.ts';

const { values } = parseArgs({
  options: { node: { type: 'string', default: '22,24,26' }, rounds: { type: 'string', default: '3' } },
});

const PROGRAM = 'bench/trace/blocks.mjs';

interface Case {
  readonly name: string;
  /** The function that blocks, and the line in it, from 0 on. */
  readonly culprit: string;
  readonly line: number;
}

const cases: readonly Case[] = readFileSync(PROGRAM, 'utf8')
  .split('\n')
  .flatMap((text, line) => {
    const mark = /\/\/ (\w+): (\w+)$/.exec(text);
    return mark === null ? [] : [{ name: mark[1]!, culprit: mark[2]!, line }];
  });

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
try {
  const rows: string[][] = [];
  for (const version of values.node.split(',')) rows.push([`Node ${version}`, ...(await ratios(Number(version)))]);
  console.log(table([`${cases.length} blocks, ${values.rounds} times`, 'found', 'right function', 'right line'], rows));
} finally {
  rmSync(folder, { recursive: true });
}

async function ratios(version: number): Promise<string[]> {
  const counts = [0, 0, 0];
  for (let round = 0; round < Number(values.rounds); round++) {
    const blocks = await blocksByCase(await obtainNode(version), join(folder, `${version}-${round}`));
    for (const it of cases) {
      const block = blocks.get(it.name);
      const frame = block && culpritIn(block.stack);
      const passed = [block !== undefined, namedIn(block?.stack ?? []) === it.culprit, frame?.line === it.line];
      passed.forEach((isRight, at) => (counts[at]! += Number(isRight)));
      if (passed.includes(false)) {
        const found = frame === undefined ? 'nothing' : `line ${frame.line + 1}`;
        console.error(`Node ${version}: ${it.name} blocks in line ${it.line + 1}, found ${found}`);
      }
    }
  }
  return counts.map(count => `${((100 * count) / cases.length / Number(values.rounds)).toFixed(0)} %`);
}

/** The innermost function of the program that has a name: a callback belongs to the one that it is written in. */
function namedIn(stack: Stack): string | undefined {
  const named = stack.find(({ name, file }) => name !== '' && file.endsWith(PROGRAM));
  return named?.name.split('.').at(-1);
}

/** The longest block of each case's task. */
async function blocksByCase(node: string, file: string): Promise<Map<string, Block>> {
  execFileSync(node, [PROGRAM], { env: tracedEnvironment(process.env, resolve('dist/shim.cjs'), { file }) });
  const { streams } = await readRecording(file);
  const longest = new Map<string, Block>();
  const graph = link(streams[0]!);
  for (const block of graph.blocks) {
    const task = ownerOf(graph, block.context);
    const name = task === undefined ? '' : graph.sites.get(task.site)!.name;
    const known = longest.get(name);
    if (known === undefined || known.until - known.from < block.until - block.from) longest.set(name, block);
  }
  return longest;
}
