const kept = [];
async function forEver() {
  await new Promise(() => {});
}
async function forNow() {
  await new Promise(resolve => kept.push(resolve));
}
forEver();
forNow();
let times = 0;
process.on('beforeExit', () => {
  console.log('nothing left to do');
  if (++times === 1) setImmediate(() => kept.length);
});
