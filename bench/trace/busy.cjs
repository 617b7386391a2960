// Starts tasks at a rate, for some seconds, and writes how many it has started by when: `node busy.cjs <a second> <seconds>`.
const [rate, seconds] = process.argv.slice(2).map(Number);
/** Milliseconds between two lines that it writes. */
const TELL_INTERVAL = 20;
/** Tasks that one turn of the loop starts at most. */
const MOST_IN_A_TURN = 5000;

async function work() {
  await null;
}

const beginning = performance.now();
let started = 0;
let toldAt = 0;
// Not `setImmediate`: its turns would be most of what is recorded.
const timer = setInterval(() => {
  const elapsed = performance.now() - beginning;
  const due = Math.floor(Math.min(elapsed / 1000, seconds) * rate);
  for (let at = Math.min(due, started + MOST_IN_A_TURN); started < at; started++) work();
  if (elapsed - toldAt >= TELL_INTERVAL) {
    toldAt = elapsed;
    process.stdout.write(`${started} ${Date.now()}\n`);
  }
  if (elapsed >= seconds * 1000) clearInterval(timer);
}, 1);
