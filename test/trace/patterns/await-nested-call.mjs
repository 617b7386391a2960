const wrap = promise => promise;
async function inner() {
  await null;
}
async function main() {
  await wrap(wrap(inner()));
}
main();
// main: by program (awaited by nobody)
//   6 → inner
// inner: by main
//   3 → value
