// Starts a task every few milliseconds, for some seconds.
async function work() {
  await null;
}
const timer = setInterval(work, 3);
setTimeout(() => clearInterval(timer), 8000);
