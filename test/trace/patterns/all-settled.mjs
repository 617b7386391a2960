async function good() {
  await null;
}
async function bad() {
  throw new Error('no');
}
async function main() {
  await Promise.allSettled([good(), bad()]);
}
main();
// main: by program (awaited by nobody)
//   8 → [good, bad]
// good: by main
//   2 → value
// bad: by main (rejected)
