// A letter goes over the sea, and a storm sinks the ship. Who writes to the aunt that nothing will come?
import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';

const sea = new EventEmitter();
const senders = new WeakMap<Promise<unknown>, string>();

/** The first link: here the promise is created. */
function sendLetter(sender: string): Promise<string> {
  const letter = new Promise<string>((arrive, sink) => {
    sea.once('calm', () => arrive(`greetings of ${sender}`));
    sea.once('storm', () => sink(new Error('sunk in the storm')));
  });
  senders.set(letter, sender);
  return letter;
}

/** The second link: here it is rejected. */
async function weather(forecast: 'calm' | 'storm'): Promise<void> {
  await nextTurn();
  sea.emit(forecast);
  await nextTurn();
}

/** The third link should be here: whoever starts a task handles its error, or hands on the promise. */
function auntWhoForgets(): void {
  sendLetter('a forgetful niece');
}

const drawer: Promise<string>[] = [];
function auntWithDrawer(): void {
  drawer.push(sendLetter('a nephew'));
}

async function auntWhoReads(): Promise<void> {
  try {
    console.log(`  reads: ${await sendLetter('a faithful niece')}`);
  } catch (error) {
    console.log(`  reads that the letter was ${(error as Error).message}`);
  }
}

process.on('unhandledRejection', (error, promise) => {
  console.log(`  nobody hears that the letter of ${senders.get(promise)} was ${(error as Error).message}`);
});
process.on('rejectionHandled', promise => console.log(`  too late for the letter of ${senders.get(promise)}`));

for (const aunt of [auntWhoForgets, auntWithDrawer, auntWhoReads]) {
  console.log(`${aunt.name}:`);
  await Promise.all([aunt(), weather('storm')]);
}
console.log('opening the drawer:');
await Promise.allSettled(drawer);
await weather('calm');
