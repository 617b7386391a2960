import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';

process.on('unhandledRejection', () => undefined);
const sea = new EventEmitter();

/** Made here, rejected by the weather, dropped by the aunt. */
const sendLetter = () => new Promise((_, sink) => sea.once('storm', () => sink(new Error('sunk'))));

async function weather() {
  await nextTurn();
  sea.emit('storm');
}

async function aunt() {
  sendLetter();
  await nextTurn();
}

async function load() {
  await nextTurn();
  throw new Error('no file');
}

/** The error passes through all of them. */
async function loadAll() {
  return await Promise.all([load(), nextTurn()]);
}

async function show() {
  loadAll().then(console.log);
  await nextTurn();
}

async function showWithCare() {
  try {
    await loadAll();
  } catch {
    await Promise.allSettled([load(), load().catch(() => undefined)]);
  }
}

await Promise.all([aunt(), weather(), show(), showWithCare()]);
// 16:3 error unhandled-rejection: Nobody handles a rejection: a promise, made by `aunt`, was rejected by `weather`: Error: sunk. The process went on only because it listens for such errors, or was told to.
//   15:1 a promise was made by `aunt`
//   11:3 a promise was rejected by `weather` after `nextTurn()`
//   16:3 `aunt` had the promise in hand, and did not handle it
// 31:3 error unhandled-rejection: Nobody handles a rejection: `load`, started by `loadAll`, ended with an exception: Error: no file. The process went on only because it listens for such errors, or was told to.
//   26:1 `load` was started by `loadAll`
//   21:3 `load` ended with an exception after `nextTurn()`
//   31:3 `show` had the promise in hand, and did not handle it
