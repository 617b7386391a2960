// Two monks make books. An async function lets one wait while the other goes on; it gives nobody a third hand.
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';

const PAGES = [1, 2];

/** Work for the processor. */
function copyPage(monk: string, page: number): void {
  let ink = `${monk} ${page}`;
  for (let line = 0; line < 10_000; line++) ink = createHash('sha256').update(ink).digest('hex');
  console.log(`  ${monk} has page ${page}`);
}

/** Async, but without anything to wait for: the other begins when this one is done. */
async function monkWhoCopies(monk: string): Promise<void> {
  for (const page of PAGES) copyPage(monk, page);
}

/** Takes turns with the other. The work is not done sooner, and the event loop still does not come round. */
async function monkWhoTakesTurns(monk: string): Promise<void> {
  for (const page of PAGES) {
    copyPage(monk, page);
    await null;
  }
}

/** Work for somebody else: the printer has as many hands as there are pages. */
async function monkWhoOrdersPrints(monk: string): Promise<void> {
  for (const page of PAGES) {
    await wait(60);
    console.log(`  ${monk} has page ${page}`);
  }
}

/** Rings as soon as the event loop comes round. */
async function bell(): Promise<void> {
  await nextTurn();
  console.log('  the bell rings for lunch');
}

for (const monk of [monkWhoCopies, monkWhoTakesTurns, monkWhoOrdersPrints]) {
  console.log(`${monk.name}:`);
  await Promise.all([bell(), monk('Adso'), monk('William')]);
}
