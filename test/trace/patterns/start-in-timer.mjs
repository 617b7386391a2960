async function child() {
  await null;
}
async function main() {
  setTimeout(child, 1);
}
main();
// main: by program (awaited by nobody)
// child: by main (awaited by nobody)
//   2 → value
