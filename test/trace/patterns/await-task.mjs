async function child() {
  await null;
  return 1;
}
async function main() {
  await child();
}
main();
// main: by program (awaited by nobody)
//   6 → child
// child: by main
//   2 → value
