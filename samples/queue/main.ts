// Two bakers, two customers, and between them a shelf with room for two loaves.
import { setTimeout as wait } from 'node:timers/promises';
import { Queue } from './queue.ts';

const BATCH = ['rye', 'spelt', 'white', 'malt', 'oat'];

class Bakery {
  readonly #shelf = new Queue<string>(2);
  #inArms = 0;
  mostInArms = 0;
  sold = 0;

  /** Holds a loaf until there is room for it. */
  async #shelve(loaf: string): Promise<void> {
    this.mostInArms = Math.max(this.mostInArms, ++this.#inArms);
    await this.#shelf.put(loaf);
    this.#inArms--;
  }

  async bakerInHaste(): Promise<void> {
    for (const loaf of BATCH) {
      await wait(2);
      this.#shelve(loaf);
    }
  }

  async baker(): Promise<void> {
    for (const loaf of BATCH) {
      await wait(2);
      await this.#shelve(loaf);
    }
  }

  async customer(): Promise<void> {
    for await (const _loaf of this.#shelf) {
      await wait(40);
      this.sold++;
    }
  }

  /** Closes when the bakers are done, and ends when the customers have gone. */
  async day(bakers: readonly Promise<void>[]): Promise<void> {
    const customers = [this.customer(), this.customer()];
    await Promise.all(bakers);
    this.#shelf.close();
    await Promise.all(customers);
    const load = this.mostInArms > bakers.length ? 'a pile of loaves' : 'one loaf at most';
    console.log(`  ${this.sold} loaves sold, in the arms of each baker ${load}`);
  }
}

console.log('bakers in haste:');
const hasty = new Bakery();
await hasty.day([hasty.bakerInHaste(), hasty.bakerInHaste()]);

console.log('bakers who wait for room:');
const calm = new Bakery();
await calm.day([calm.baker(), calm.baker()]);
