const waits = setInterval(() => {}, 1000);
process.once('SIGUSR2', signal => {
  console.log(signal);
  clearInterval(waits);
  setImmediate(() => console.log('still there'));
});
const until = Date.now() + 200;
while (Date.now() < until);
console.log(process.kill(process.pid, 'SIGUSR2'), process.kill(process.pid, 0));
for (const signal of ['SIGNONE', 1e4]) {
  try {
    process.kill(process.pid, signal);
  } catch (error) {
    console.log(error.code, error.stack.split('\n').length);
  }
}
