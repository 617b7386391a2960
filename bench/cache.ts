// Changes a copy of a project at random, and compares after each step what a run with the cache of results says
// with what a run without it says. Exit code 1 when they differ: an answer was stale.
//   node out/bench/cache.js --project <folder> [--paths src] [--edits 300] [--seed 1] [--preset strict]

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { checkoutOf, CHECKOUT_OPTIONS } from './checkout.ts';
import { ASYNCLENS } from './command-line.ts';
import { copyOf } from './project-copy.ts';
import { RandomEdits } from './random-edits.ts';
import { sourcesBelow } from './sources.ts';

/** Everything that a user sees, and what the linter says of the files that it linted. */
interface Outcome {
  readonly said: string;
  readonly linted: string;
  readonly seconds: number;
}

async function check(cwd: string, args: readonly string[]): Promise<Outcome> {
  const started = performance.now();
  const env = { ...process.env, ASYNCLENS_DEBUG: '1' };
  const child = spawn(process.execPath, [ASYNCLENS, 'check', ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const linted = (
    stderr.match(/^Of .* (?:is|are) linted|^The TypeScript compiler was started again.*$/gm) ?? ['nothing changed']
  ).join('. ');
  if (code !== 0 && code !== 1) process.stderr.write(stderr);
  return { said: `${stdout}\nexit code ${code}`, linted, seconds: (performance.now() - started) / 1000 };
}

const { values } = parseArgs({
  options: {
    ...CHECKOUT_OPTIONS,
    edits: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    preset: { type: 'string', default: 'recommended' },
  },
});
const { folder, paths } = checkoutOf(values);
const copy = copyOf(folder, 'cache');
const cache = `${copy}-results`;
let stale = 0;
try {
  const edits = new RandomEdits(Number(values.seed), copy, paths.flatMap(path => [...sourcesBelow(join(copy, path))]));
  const args = [...paths, '--preset', values.preset];
  for (let made = 0; made < Number(values.edits); ) {
    const step = Array.from({ length: 1 + (made % 3) }, () => edits.next());
    made += step.length;
    const [kept, fresh] = await Promise.all([
      check(copy, [...args, '--cache-location', cache]),
      check(copy, [...args, '--no-cache']),
    ]);
    const isStale = kept.said !== fresh.said;
    if (isStale) stale++;
    const changes = step.map(it => it.replaceAll(`${copy}/`, '')).join('; ');
    console.log(
      `${made} ${isStale ? 'STALE' : 'same'} ${kept.seconds.toFixed(1)} s of ${fresh.seconds.toFixed(1)} s. ${kept.linted}. ${changes}`,
    );
    if (isStale) console.log(`--- with the cache\n${kept.said}\n--- without\n${fresh.said}`);
  }
  console.log(`${values.edits} edits, ${stale} stale answers.`);
} finally {
  rmSync(copy, { recursive: true });
  rmSync(cache, { recursive: true, force: true });
}
process.exitCode = stale === 0 ? 0 : 1;
