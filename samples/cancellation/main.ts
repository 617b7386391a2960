// A library looks for a title while it is being typed. The fewer letters, the more shelves it has to look at.
import { setTimeout as wait } from 'node:timers/promises';

const TITLES = ['Moby Dick', 'Momo', 'Moonfleet', 'The Odyssey'];

async function librarian(text: string, signal?: AbortSignal): Promise<string[]> {
  const found = TITLES.filter(title => title.startsWith(text));
  try {
    for (const _title of found) await wait(30, undefined, { signal });
    return found;
  } finally {
    console.log(signal?.aborted ? `  stops looking for ${text}: ${signal.reason}` : `  has looked for ${text}`);
  }
}

/** Every search writes on the screen when it is done, also one that nobody asks for any more. */
class ForgetfulScreen {
  shown: readonly string[] = [];

  async search(text: string): Promise<void> {
    this.shown = await librarian(text);
  }
}

/** A search calls off the one before. */
class TidyScreen {
  shown: readonly string[] = [];
  #last = new AbortController();

  async search(text: string): Promise<void> {
    this.#last.abort('the reader typed on');
    this.#last = new AbortController();
    this.shown = await librarian(text, this.#last.signal);
  }
}

async function reader(screen: ForgetfulScreen | TidyScreen): Promise<void> {
  const early = screen.search('Mo').catch(error => console.log(`  caught ${error.name}`));
  await wait(5);
  await Promise.all([early, screen.search('Moby')]);
  console.log(`  the screen shows ${screen.shown.join(', ')}`);
}

for (const screen of [new ForgetfulScreen(), new TidyScreen()]) {
  console.log(`${screen.constructor.name}:`);
  await reader(screen);
}
