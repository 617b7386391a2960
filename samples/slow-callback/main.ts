// A post office with one clerk: while he counts the stamps, nobody is served.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';

const SHEETS = 20;
let counted = 0;

/** Counting a sheet takes 10 ms. */
function countSheet(): void {
  const done = performance.now() + 10;
  while (performance.now() < done);
  counted++;
}

async function clerkWhoCounts(): Promise<void> {
  for (let sheet = 0; sheet < SHEETS; sheet++) countSheet();
}

/** Looks up after each sheet. */
async function clerkWhoLooksUp(): Promise<void> {
  for (let sheet = 0; sheet < SHEETS; sheet++) {
    countSheet();
    await nextTurn();
  }
}

async function customer(): Promise<void> {
  await wait(30);
  console.log(`  a customer is served ${counted < SHEETS ? 'during' : 'after'} the count`);
}

/** How often the event loop was late while `work` went on, as Node measures it. */
async function delaysDuring(work: () => Promise<unknown>): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  await wait(10);
  await work();
  await wait(10);
  delays.disable();
  return delays.count;
}

for (const clerk of [clerkWhoCounts, clerkWhoLooksUp]) {
  console.log(`${clerk.name}:`);
  counted = 0;
  const delays = await delaysDuring(() => Promise.all([customer(), clerk()]));
  console.log(`  delays of the event loop: ${delays < SHEETS / 2 ? 'a long one' : 'many short ones'}`);
}
