async function child() {
  await null;
}
async function main() {
  await { then: (resolve, reject) => child().then(resolve, reject) };
}
main();
// main: by program (awaited by nobody)
//   5 → child
// child: by main
//   2 → value
