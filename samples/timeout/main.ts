// Hungry guests order a pizza, and do not want to wait all night.
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 100;

async function kitchen(pizza: string, steps: readonly string[], signal?: AbortSignal): Promise<string> {
  for (const step of steps) {
    await wait(60, undefined, { signal });
    console.log(`  kitchen: ${step}`);
  }
  return pizza;
}

/** Stops listening after a while. The kitchen is not told, and the timer runs on when it was not needed. */
async function raceWithTimer(steps: readonly string[]): Promise<string> {
  const tooLate = wait(PATIENCE_MS).then(() => Promise.reject(new Error('too late')));
  return Promise.race([kitchen('margherita', steps), tooLate]);
}

/** Tells the kitchen to stop after a while. */
async function signalWithTimeout(steps: readonly string[]): Promise<string> {
  return kitchen('margherita', steps, AbortSignal.timeout(PATIENCE_MS));
}

async function guests(order: typeof raceWithTimer, ...steps: readonly string[]): Promise<void> {
  try {
    console.log(`  guests: a ${await order(steps)}!`);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? ` after a ${error.cause.name}` : '';
    console.log(`  guests: going to bed, ${String(error)}${cause}`);
  }
  const timers = process.getActiveResourcesInfo().filter(resource => resource === 'Timeout');
  console.log(`  timers that keep Node alive: ${timers.length}`);
  await wait(120);
}

for (const order of [raceWithTimer, signalWithTimeout]) {
  console.log(`${order.name}, a quick pizza:`);
  await guests(order, 'out of the freezer');
  console.log(`${order.name}, a slow pizza:`);
  await guests(order, 'dough', 'oven');
}
