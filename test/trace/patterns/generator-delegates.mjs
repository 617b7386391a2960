async function* inner() {
  yield 1;
  await null;
}
async function* outer() {
  yield* inner();
  yield* [2];
}
async function main() {
  for await (const n of outer()) await n;
}
main();
// main: by program (awaited by nobody)
//   10 → settled by outer
//   10 → value
//   10 → settled by outer
//   10 → value
//   10 → settled by outer
// outer: by main
//   6 → settled by inner
//   6 → settled by inner
//   7 → value
//   7 → value
// inner: by outer
//   2 → value
//   3 → value
