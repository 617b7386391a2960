// Two tasks wait for ever, and somebody could let one of them go on. Garbage is collected until it is known to be.
const kept = [];
async function forEver() {
  await new Promise(() => {});
}
async function forNow() {
  await new Promise(resolve => kept.push(resolve));
}
forEver();
forNow();
let turns = 0;
const turn = setInterval(() => {
  gc();
  if (++turns === 5) clearInterval(turn);
}, 100);
process.on('exit', () => kept.length);
