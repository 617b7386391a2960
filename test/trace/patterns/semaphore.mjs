let free = 1;
const waiting = [];
async function acquire() {
  if (free-- > 0) return;
  await new Promise(resolve => waiting.push(resolve));
}
function release() {
  free++;
  waiting.shift()?.();
}
async function worker() {
  await acquire();
  await null;
  release();
}
async function main() {
  await Promise.all([worker(), worker()]);
}
main();
// main: by program (awaited by nobody)
//   17 → [worker, worker]
// worker: by main
//   12 → acquire
//   13 → value
// acquire: by worker
// worker: by main
//   12 → acquire
//   13 → value
// acquire: by worker
//   5 → settled by worker
