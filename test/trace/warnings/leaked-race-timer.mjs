// thresholds: leaked-race-timer=50
import { setTimeout as wait } from 'node:timers/promises';

async function work(ms) {
  await wait(ms);
}

const tooLate = ms => new Promise((_, reject) => setTimeout(reject, ms, new Error('too late')));

async function timeout(ms) {
  await wait(ms);
  throw new Error('too late');
}

async function leaks() {
  await Promise.race([work(5), tooLate(300)]);
}

async function leaksInTask() {
  await Promise.race([work(5), timeout(300)]);
}

async function clears() {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(reject, 300)));
  try {
    await Promise.race([work(5), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function aborts() {
  const done = new AbortController();
  const late = wait(300, undefined, { signal: done.signal }).catch(() => undefined);
  await Promise.race([work(5), late]);
  done.abort();
}

async function loses() {
  await Promise.race([work(300), tooLate(5)]).catch(() => undefined);
}

await leaks();
await leaksInTask();
await clears();
await aborts();
await loses();
// 16:3 info leaked-race-timer: The race of `leaks` at `Promise.race([work(5), tooLate(300)])` was over, and its timer ran on for … ms: until then it keeps the process running, and in memory what its callback knows.
//   16:3 the timer runs on
// 20:3 info leaked-race-timer: The race of `leaksInTask` at `Promise.race([work(5), timeout(300)])` was over, and its timer ran on for … ms: until then it keeps the process running, and in memory what its callback knows.
//   20:3 the timer runs on
