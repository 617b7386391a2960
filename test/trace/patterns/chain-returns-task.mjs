async function second() {
  await null;
}
async function first() {
  await null;
}
async function main() {
  await first().then(() => second());
}
main();
// main: by program (awaited by nobody)
//   8 → second
// first: by main
//   5 → value
// second: by main
//   2 → value
