// A lighthouse keeper looks up the tide and makes tea. Meanwhile a ship wants an answer.
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

/** Answers as soon as the event loop comes round. */
async function radio(): Promise<void> {
  await nextTurn();
  console.log('  a ship gets its answer');
}

async function keeper(chore: () => Promise<void>): Promise<void> {
  await chore();
  console.log('  the chore is done');
}

for (const chore of [lookUpTideSync, lookUpTide, stareAtKettle, waitForWhistle]) {
  console.log(`${chore.name}:`);
  await Promise.all([radio(), keeper(chore)]);
}
