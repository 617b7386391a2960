// Three sisters feed one piggy bank: count what is in it, think, write down the new sum.
import { setTimeout as wait } from 'node:timers/promises';
import { Mutex } from './mutex.ts';

class PiggyBank {
  sum = 0;

  async feed(sister: string, coins: number): Promise<void> {
    const before = this.sum;
    console.log(`  ${sister} counts ${before}`);
    await wait(10);
    if (coins === 0) throw new Error(`${sister} has a button, not a coin`);
    this.sum = before + coins;
    console.log(`  ${sister} writes ${this.sum}`);
  }
}

async function withoutLock(bank: PiggyBank): Promise<void> {
  await Promise.allSettled([bank.feed('Anna', 1), bank.feed('Bea', 0), bank.feed('Cleo', 2)]);
}

async function withLock(bank: PiggyBank): Promise<void> {
  const lock = new Mutex();
  await Promise.allSettled([
    lock.run(() => bank.feed('Anna', 1)),
    lock.run(() => bank.feed('Bea', 0)),
    lock.run(() => bank.feed('Cleo', 2)),
  ]);
}

for (const sisters of [withoutLock, withLock]) {
  console.log(`${sisters.name}:`);
  const bank = new PiggyBank();
  await sisters(bank);
  console.log(`  3 coins went in, ${bank.sum} are written down`);
}
