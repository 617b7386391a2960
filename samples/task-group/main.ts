// A trio plays three bars. In the second one, a string of the viola breaks.
import { setTimeout as wait } from 'node:timers/promises';
import { TaskGroup } from './task-group.ts';

async function musician(instrument: string, signal?: AbortSignal): Promise<void> {
  try {
    for (const bar of [1, 2, 3]) {
      await wait(20, undefined, { signal });
      if (instrument === 'viola' && bar === 2) throw new Error('a string broke');
      console.log(`  ${instrument} plays bar ${bar}`);
    }
  } finally {
    console.log(`  ${instrument} puts down the bow`);
  }
}

/** The error ends the wait, but not the others: they play on when everybody has left. */
async function withPromiseAll(): Promise<void> {
  await Promise.all([musician('violin'), musician('viola'), musician('cello')]);
}

/** The first error stops the others, and arrives when all of them have stopped. */
async function withTaskGroup(): Promise<void> {
  await using trio = new TaskGroup();
  for (const instrument of ['violin', 'viola', 'cello']) trio.start(signal => musician(instrument, signal));
}

for (const concert of [withPromiseAll, withTaskGroup]) {
  console.log(`${concert.name}:`);
  await concert().catch(error => console.log(`  the audience goes home: ${String(error)}`));
  await wait(100);
}
