async function child() {
  return 1;
}
async function main() {
  return await child();
}
main();
// main: by program (awaited by nobody)
//   5 → child
// child: by main
