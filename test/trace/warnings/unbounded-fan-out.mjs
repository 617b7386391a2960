// thresholds: unbounded-fan-out=12
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

const files = Array.from({ length: 20 }, () => import.meta.filename);

async function read(file) {
  return readFileSlowly(file);
}

async function readFileSlowly(file) {
  return await readFile(file);
}

async function all() {
  await Promise.all(files.map(read));
}

/** As many tasks, but four of them at a time have a file open. */
async function someAtATime() {
  let free = 4;
  const line = [];
  await Promise.all(
    files.map(async file => {
      if (free > 0) free--;
      else await new Promise(next => line.push(next));
      await readFile(file);
      const next = line.shift();
      if (next) next();
      else free++;
    }),
  );
}

async function oneByOne() {
  for (const file of files) await read(file);
}

/** Timers cost next to nothing. */
async function manyTimers() {
  await Promise.all(files.map(async () => await wait(5)));
}

await all();
await someAtATime();
await oneByOne();
await manyTimers();
// 15:1 info unbounded-fan-out: `all` starts `read` 20 times, and 20 of them wait for a file at the same time: with more to do, memory, connections or file handles run out.
//   15:1 starts `read` 20 times
//   11:1 one of 20 that wait for a file
