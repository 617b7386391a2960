// A chess club's clock should tick while the computer places queens on a board, none of which may attack another.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const BOARD = 9;

/** In how many ways the rows from here on can be filled. The sets of bits say which columns are attacked. */
function placements(size: number, columns = 0, left = 0, right = 0): number {
  const full = (1 << size) - 1;
  if (columns === full) return 1;
  let count = 0;
  for (let free = full & ~(columns | left | right); free > 0; free &= free - 1) {
    const queen = free & -free;
    count += placements(size, columns | queen, (left | queen) << 1, (right | queen) >> 1);
  }
  return count;
}

async function thinkHere(): Promise<number> {
  return placements(BOARD);
}

async function thinkInWorker(): Promise<number> {
  const worker = new Worker(new URL(import.meta.url), { workerData: BOARD });
  const [count] = await once(worker, 'message');
  return count;
}

async function club(): Promise<void> {
  for (const think of [thinkHere, thinkInWorker]) {
    let ticks = 0;
    const clock = setInterval(() => ticks++, 1);
    const count = await think();
    clearInterval(clock);
    console.log(`${think.name}: ${count} ways, the clock ${ticks > 0 ? 'ticked' : 'stood still'}`);
  }
}

if (isMainThread) await club();
else parentPort?.postMessage(placements(workerData));
