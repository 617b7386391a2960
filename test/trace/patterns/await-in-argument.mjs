const both = (a, b) => a + b;
async function one() {
  return 1;
}
async function main() {
  return both(await one(),
    await one());
}
main();
// main: by program (awaited by nobody)
//   6 → one
//   7 → one
// one: by main
// one: by main
