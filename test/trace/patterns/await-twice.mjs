async function child() {
  await null;
}
async function main() {
  const promise = child();
  await promise;
  await promise;
}
main();
// main: by program (awaited by nobody)
//   6 → child
//   7 → child
// child: by main
//   2 → value
