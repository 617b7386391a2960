async function bad() {
  throw new Error('no');
}
async function good() {
  await null;
}
async function main() {
  await Promise.any([bad(), good()]);
}
main();
// main: by program (awaited by nobody)
//   8 → [bad, good]
// bad: by main (rejected)
// good: by main
//   5 → value
