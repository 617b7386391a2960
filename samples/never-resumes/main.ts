// Two women wait for the same ship. When it sinks, only one of them is told.
import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

const waiting = new Set<string>();

async function ship(weather: string, harbour: EventEmitter, news: AbortController): Promise<void> {
  await wait(20);
  if (weather === 'storm') news.abort('the ship has sunk');
  else harbour.emit('home');
}

/** Waits for one event. If it does not come, nothing wakes her. */
async function penelope(harbour: EventEmitter): Promise<void> {
  waiting.add('penelope');
  await once(harbour, 'home');
  waiting.delete('penelope');
  console.log('  penelope welcomes him');
}

/** Waits for the event, or for the news that it will not come. */
async function calypso(harbour: EventEmitter, news: AbortSignal): Promise<void> {
  waiting.add('calypso');
  try {
    await once(harbour, 'home', { signal: news });
    console.log('  calypso welcomes him');
  } catch {
    console.log(`  calypso hears that ${news.reason}`);
  } finally {
    waiting.delete('calypso');
  }
}

/** Goes home when nobody waits at the pier any more. */
async function harbourMaster(weather: string): Promise<void> {
  console.log(`${weather}:`);
  waiting.add('the harbour master');
  const harbour = new EventEmitter();
  const news = new AbortController();
  await Promise.all([penelope(harbour), calypso(harbour, news.signal), ship(weather, harbour, news)]);
  waiting.delete('the harbour master');
  console.log('  the harbour master goes home');
}

async function season(): Promise<void> {
  for (const weather of ['fair weather', 'storm']) await harbourMaster(weather);
  console.log('the season is over');
}

process.on('exit', code => {
  console.log(`nothing left to do: exit code ${code}, and still waiting: ${[...waiting].join(', ')}`);
});
season().catch(error => console.error(error));
