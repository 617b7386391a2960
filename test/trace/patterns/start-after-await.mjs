async function a() {
  await null;
}
async function main() {
  await null;
  const started = a();
  await null;
  a();
  await started;
}
main();
// main: by program (awaited by nobody)
//   5 → value
//   7 → value
//   9 → a
// a: by main
//   2 → value
// a: by main (awaited by nobody)
//   2 → value
