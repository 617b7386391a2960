// Awaits as often as its argument says, says so, and runs until its input ends.
async function wait() {
  await new Promise(resolve => process.stdin.on('end', resolve).resume());
}
async function count(times) {
  for (let i = 0; i < times; i++) await i;
}
wait();
count(Number(process.argv[2])).then(() => console.log('ready'));
