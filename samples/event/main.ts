// A race: the runners wait for the pistol, and one of each kind still ties her shoe when it goes off.
import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

class Race {
  readonly pistol = new EventEmitter();
  readonly end = new AbortController();
  started = false;
  #open!: () => void;
  /** Fulfilled by the shot. */
  readonly start = new Promise<void>(open => (this.#open = open));

  fire(): void {
    this.started = true;
    this.pistol.emit('bang');
    this.#open();
  }
}

/** Asks over and over whether there was a shot. */
async function runnerWhoAsks(race: Race): Promise<string> {
  let asked = 0;
  for (; !race.started; asked++) await wait(10);
  return asked > 1 ? 'starts, tired of asking' : 'starts';
}

/** Is woken by the shot, if she listens when it is fired. */
async function runnerWhoListens(race: Race): Promise<string> {
  try {
    await once(race.pistol, 'bang', { signal: race.end.signal });
    return 'starts';
  } catch {
    return 'stood there until the race was over';
  }
}

/** Is woken by the shot, and passes at once when there was one. */
async function runnerWhoAwaits(race: Race): Promise<string> {
  await race.start;
  return 'starts';
}

const RUNNERS = [runnerWhoAsks, runnerWhoListens, runnerWhoAwaits];

async function reporter(when: string, race: Race): Promise<void> {
  const outcomes = await Promise.all(RUNNERS.map(runner => runner(race)));
  console.log(`${when}:`);
  for (const [at, outcome] of outcomes.entries()) console.log(`  ${RUNNERS[at].name} ${outcome}`);
}

async function referee(race: Race): Promise<void> {
  await wait(50);
  race.fire();
  await wait(50);
  race.end.abort();
}

const race = new Race();
await Promise.all([
  reporter('there before the shot', race),
  race.start.then(() => reporter('there after the shot', race)),
  referee(race),
]);
