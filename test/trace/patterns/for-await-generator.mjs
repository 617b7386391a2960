async function* numbers() {
  yield 1;
  await null;
  yield 2;
}
async function main() {
  for await (const n of numbers()) await n;
}
main();
// main: by program (awaited by nobody)
//   7 → settled by numbers
//   7 → value
//   7 → settled by numbers
//   7 → value
//   7 → settled by numbers
// numbers: by main
//   2 → value
//   3 → value
//   4 → value
