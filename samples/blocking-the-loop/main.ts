// A lighthouse keeper looks up the tide and makes tea. Meanwhile the lamp should turn, and ships want an answer.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';

const TIDE_TABLES = new URL(import.meta.url);

async function lookUpTideSync(): Promise<void> {
  readFileSync(TIDE_TABLES, 'utf8');
}

async function lookUpTide(): Promise<void> {
  await readFile(TIDE_TABLES, 'utf8');
}

async function stareAtKettle(): Promise<void> {
  const boils = performance.now() + 80;
  while (performance.now() < boils);
}

async function waitForWhistle(): Promise<void> {
  await wait(80);
}

/** Turns as often as the event loop does. */
async function lamp(night: AbortSignal): Promise<number> {
  let turns = 0;
  for (; !night.aborted; turns++) await nextTurn();
  return turns;
}

async function radio(): Promise<void> {
  await nextTurn();
  console.log('  a ship gets its answer');
}

async function keeper(chore: () => Promise<void>, night: AbortController): Promise<void> {
  await chore();
  console.log('  the chore is done');
  night.abort();
}

for (const chore of [lookUpTideSync, lookUpTide, stareAtKettle, waitForWhistle]) {
  console.log(`${chore.name}:`);
  const night = new AbortController();
  const [turns] = await Promise.all([lamp(night.signal), radio(), keeper(chore, night)]);
  console.log(turns > 1 ? '  the lamp turned' : '  the lamp stood still');
}
