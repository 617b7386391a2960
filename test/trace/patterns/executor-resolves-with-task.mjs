async function child() {
  await null;
}
async function main() {
  await new Promise(resolve => resolve(child()));
}
main();
// main: by program (awaited by nobody)
//   5 → child
// child: by main
//   2 → value
