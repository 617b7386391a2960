// A chess club's clock should tick while the computer places queens on a board, none of which may attack another.
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
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

/** Ticks as often as the event loop comes round. */
async function clock(game: AbortSignal): Promise<number> {
  let ticks = 0;
  for (; !game.aborted; ticks++) await nextTurn();
  return ticks;
}

async function computer(think: () => Promise<number>, game: AbortController): Promise<number> {
  const count = await think();
  game.abort();
  return count;
}

async function club(): Promise<void> {
  for (const think of [thinkHere, thinkInWorker]) {
    const game = new AbortController();
    const [ticks, count] = await Promise.all([clock(game.signal), computer(think, game)]);
    console.log(`${think.name}: ${count} ways, the clock ${ticks > 1 ? 'ticked' : 'stood still'}`);
  }
}

if (isMainThread) await club();
else parentPort?.postMessage(placements(workerData));
