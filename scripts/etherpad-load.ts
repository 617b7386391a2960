// Load for Etherpad, from a process of its own: people type into pads while others read and export these.
//   node out/scripts/etherpad-load.js <checkout's src> <address> <seconds>
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

interface Pad {
  on(event: 'connected', listener: () => void): void;
  on(event: 'disconnect', listener: (reason: unknown) => void): void;
  append(text: string): void;
}

const WRITERS = 12;
const READERS = 4;
const PADS = 4;
const VIEWS = ['', '/export/txt', '/export/html', '/export/etherpad', '/timeslider'];

const [source = '', address = '', seconds = '0'] = process.argv.slice(2);
const { connect } = createRequire(join(source, 'package.json'))('etherpad-cli-client') as { connect(url: string): Pad };
const end = Date.now() + Number(seconds) * 1000;
const pad = (n: number): string => `${address}/p/trip-${n % PADS}`;

const typed = await Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n)));
console.log(`${sum(typed)} lines typed`);
process.exit();

/** Types a line every tenth of a second, and reads besides if it is one of the first; gives the number of lines. */
async function write(n: number): Promise<number> {
  const joined = connect(pad(n));
  await new Promise<void>(resolve => joined.on('connected', resolve));
  const reading = n < READERS ? read(n) : undefined;
  let lines = 0;
  for (; Date.now() < end; lines++) {
    joined.append(`${n} would rather see the sea, for the ${lines}th time.\n`);
    await wait(100);
  }
  await reading;
  return lines;
}

async function read(n: number): Promise<void> {
  for (let view = 0; Date.now() < end; view++) {
    const answer = await fetch(pad(n) + VIEWS[view % VIEWS.length]!);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}.`);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
