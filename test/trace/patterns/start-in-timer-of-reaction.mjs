async function child() {
  await null;
}
async function main() {
  await null;
  Promise.resolve().then(() => setTimeout(() => process.nextTick(child), 1));
}
main();
// main: by program (awaited by nobody)
//   5 → value
// child: by main (awaited by nobody)
//   2 → value
