async function child() {
  await null;
  return 1;
}
async function main() {
  return child();
}
async function outer() {
  await main();
}
outer();
// outer: by program (awaited by nobody)
//   9 → main
// main: by outer
// child: by main
//   2 → value
