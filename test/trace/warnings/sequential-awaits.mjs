// thresholds: sequential-awaits=20
import { setTimeout as wait } from 'node:timers/promises';

async function load(page) {
  await wait(20);
  if (page === 'lost') throw new Error('no such page');
  return page;
}

async function oneAfterTheOther() {
  for (const page of ['weather', 'news', 'calendar']) await load(page);
}

async function allAtOnce() {
  await Promise.all(['weather', 'news', 'calendar'].map(load));
}

/** They run at the same time, although they are awaited one after the other. */
async function startedBefore() {
  const pages = ['weather', 'news', 'calendar'].map(load);
  for (const page of pages) await page;
}

/** Another try needs to know how the one before went. */
async function tryAgain() {
  for (const page of ['lost', 'lost', 'news']) {
    try {
      return await load(page);
    } catch {}
  }
}

/** Pauses are meant to be as long as they are. */
async function takeTurns() {
  for (let turn = 0; turn < 3; turn++) await wait(20);
}

await oneAfterTheOther();
await allAtOnce();
await startedBefore();
await tryAgain();
await takeTurns();
// 11:55 info sequential-awaits: `oneAfterTheOther` awaits `load` 3 times in a row, … ms in all. At the same time they would have taken … ms.
//   11:55 waits … ms for `load`
//   11:55 waits … ms for `load`
//   11:55 waits … ms for `load`
