// A clerk at a counter is asked for a price. Only the archive upstairs knows it.
import { setTimeout as wait } from 'node:timers/promises';

async function archive(item: string): Promise<number> {
  await wait(20);
  return item.length * 10;
}

/** Sends for the price, and answers before it is there. */
function clerkInHaste(item: string): string {
  let price: number | undefined;
  archive(item).then(found => (price = found));
  return `${item}: ${price} crowns`;
}

/** Stands still until the price is there. While it stands still, nobody comes down the stairs. */
function clerkWhoStandsStill(item: string): string {
  const bell = new Int32Array(new SharedArrayBuffer(4));
  let price: number | undefined;
  archive(item).then(found => {
    price = found;
    Atomics.store(bell, 0, 1);
    Atomics.notify(bell, 0);
  });
  const rung = Atomics.wait(bell, 0, 0, 200);
  return `${item}: ${price} crowns, the bell ${rung === 'timed-out' ? 'did not ring' : 'rang'}`;
}

/** Waits, and lets everybody else go on meanwhile. Whoever asks has to wait as well. */
async function clerk(item: string): Promise<string> {
  return `${item}: ${await archive(item)} crowns`;
}

async function customer(): Promise<void> {
  console.log(`in haste: ${clerkInHaste('lamp')}`);
  console.log(`standing still: ${clerkWhoStandsStill('lamp')}`);
  console.log(`waiting: ${await clerk('lamp')}`);
}

await customer();
