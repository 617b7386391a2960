// A clockmaker repairs three clocks at once, and keeps a board with a card for each that is on the bench.
import { setTimeout as wait } from 'node:timers/promises';

interface Card {
  readonly task: string;
  waitsFor: string;
}

type Repair = (card: Card) => Promise<void>;

/** What runs now, and what it waits for. */
class Board {
  readonly #cards = new Set<Card>();

  /** The card hangs there until the repair ends, however it ends. */
  async run(repair: Repair): Promise<void> {
    const card = { task: repair.name, waitsFor: 'nothing' };
    this.#cards.add(card);
    try {
      await repair(card);
    } finally {
      this.#cards.delete(card);
      this.show(`${repair.name} is off the bench`);
    }
  }

  show(when: string): void {
    console.log(`${when}, ${this.#cards.size} to go`);
    for (const { task, waitsFor } of this.#cards) console.log(`  ${task} waits for ${waitsFor}`);
  }
}

async function cuckooClock(card: Card): Promise<void> {
  card.waitsFor = 'glue';
  await wait(20);
}

async function pocketWatch(card: Card): Promise<void> {
  card.waitsFor = 'a spring';
  await wait(140);
  throw new Error('the spring does not fit');
}

async function towerClock(card: Card): Promise<void> {
  card.waitsFor = 'a crane';
  await wait(80);
  card.waitsFor = 'the wind to drop';
  await wait(120);
}

const board = new Board();
const repairs = Promise.allSettled([cuckooClock, pocketWatch, towerClock].map(repair => board.run(repair)));
board.show('good morning');
await repairs;
