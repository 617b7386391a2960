function* jobs() {
  yield load(1);
  yield load(2);
}
async function load(n) {
  await n;
}
async function main() {
  for (const job of jobs()) await job;
}
main();
// main: by program (awaited by nobody)
//   9 → load
//   9 → load
// load: by main
//   6 → value
// load: by main
//   6 → value
