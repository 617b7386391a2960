// thresholds: microtask-starvation=100
import { setImmediate as nextTurn } from 'node:timers/promises';

const cache = new Map([['key', 1]]);

/** Takes as long as a busy program takes between two awaits. */
async function lookUp() {
  const ready = after(0.1);
  while (!ready());
  return cache.get('key');
}

async function sum(enough) {
  let total = 0;
  while (!enough()) total += await lookUp();
  return total;
}

/** The same, with a turn of the loop after each look. */
async function sumInTurns(enough) {
  let total = 0;
  for (; !enough(); await nextTurn()) total += await lookUp();
  return total;
}

/** Code that does not await is a block, and is told as such. */
async function work(enough) {
  while (!enough());
}

/** Awaits as often, but most of the time goes to what does not. */
async function lookUpAndWork(enough) {
  for (let times = 0; times < 100; times++) await cache.get('key');
  while (!enough());
}

function after(ms) {
  const end = performance.now() + ms;
  return () => performance.now() > end;
}

function times(count) {
  return () => count-- === 0;
}

const ways = [
  [sum, () => times(3000)],
  [sumInTurns, () => times(300)],
  [work, () => after(250)],
  [lookUpAndWork, () => after(500)],
];

for (const [way, enough] of ways) {
  await nextTurn();
  await way(enough());
}
// 15:30 warn microtask-starvation: For … ms, … awaits went on at once, most of them at `lookUp()`: no timer, no file and no request was looked at.
//   15:30 `sum` awaits `lookUp()`
