import { EventEmitter, once } from 'node:events';

/** Nobody else knows this harbour. */
async function penelope() {
  await once(new EventEmitter(), 'home');
}

async function harbourMaster() {
  await penelope();
}

/** Somebody could still settle this promise, and does not. */
const promised = [];
async function calypso() {
  await new Promise(resolve => promised.push(resolve));
}

harbourMaster();
calypso();
process.on('beforeExit', () => promised);
// 5:3 error never-resumes: `penelope` awaits `once(new EventEmitter(), 'home')` for ever: nothing refers to the promise any more, so nothing can settle it. `harbourMaster` waits for it in vain.
//   5:3 `penelope` is suspended at `once(new EventEmitter(), 'home')`
//   9:3 `harbourMaster` is suspended at `penelope()`
// 15:3 warn suspended-at-exit: `calypso` awaits `new Promise(resolve => promised.push(resolve))` for ever: the program ended since nothing was left that could settle it.
//   15:3 `calypso` is suspended at `new Promise(resolve => promised.push(resolve))`
