// A web shop counts its visitors. Nobody should wait for the counter, but somebody should hear when it breaks.
import { setTimeout as wait } from 'node:timers/promises';

async function count(visitor: string): Promise<void> {
  await wait(10);
  if (visitor === 'bob') throw new Error('the counter is out of paper');
  console.log(`counted ${visitor}`);
}

/** Starts work that nobody waits for; its failure is logged. */
function inBackground(work: Promise<void>): void {
  work.catch(error => console.log(`logged: ${String(error)}`));
}

function greetInHaste(visitor: string): void {
  count(visitor);
  console.log(`hello ${visitor}`);
}

function greetWithCare(visitor: string): void {
  inBackground(count(visitor));
  console.log(`hello ${visitor}`);
}

process.on('unhandledRejection', error => console.log(`nobody handled: ${String(error)}`));

for (const greet of [greetInHaste, greetWithCare]) {
  console.log(`${greet.name}:`);
  greet('ann');
  greet('bob');
  await wait(50);
}
