async function child() {
  await null;
}
async function main() {
  await Promise.resolve().then(() => child());
}
main();
// main: by program (awaited by nobody)
//   5 → child
// child: by main
//   2 → value
