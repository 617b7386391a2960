import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

const harbour = new EventEmitter();

async function penelope() {
  await once(harbour, 'home');
}

async function harbourMaster() {
  await Promise.all([penelope(), wait(5)]);
}

async function season() {
  await harbourMaster();
}

/** A generator that nobody asks any more waits for nobody. */
async function* letters() {
  for (let letter = 1; ; letter++) yield letter;
}

async function reader() {
  await letters().next();
}

season();
reader();
// 7:3 warn suspended-at-exit: `penelope` awaits `once(harbour, 'home')` for ever: the program ended since nothing was left that could settle it. `harbourMaster` and `season` wait for it in vain.
//   7:3 `penelope` is suspended at `once(harbour, 'home')`
//   11:3 `harbourMaster` is suspended at `Promise.all([penelope(), wait(5)])`
//   15:3 `season` is suspended at `harbourMaster()`
