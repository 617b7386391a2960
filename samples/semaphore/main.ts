// Eight swimmers come to a pool that has three lanes.
import { setTimeout as wait } from 'node:timers/promises';
import { Semaphore } from './semaphore.ts';

const SWIMMERS = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gil', 'Hal'];

class Pool {
  #swimming = 0;
  mostAtOnce = 0;

  async swim(swimmer: string): Promise<void> {
    this.#swimming++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#swimming);
    console.log(`  ${swimmer} is swimmer ${this.#swimming} in the pool`);
    await wait(20);
    this.#swimming--;
  }
}

async function openPool(pool: Pool): Promise<void> {
  await Promise.all(SWIMMERS.map(swimmer => pool.swim(swimmer)));
}

async function poolWithLanes(pool: Pool): Promise<void> {
  const lanes = new Semaphore(3);
  await Promise.all(SWIMMERS.map(swimmer => lanes.run(() => pool.swim(swimmer))));
}

for (const afternoon of [openPool, poolWithLanes]) {
  console.log(`${afternoon.name}:`);
  const pool = new Pool();
  await afternoon(pool);
  console.log(`  never more than ${pool.mostAtOnce} at once`);
}
