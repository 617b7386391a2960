async function a() {
  await null;
}
async function main() {
  await Promise.all([a()]);
}
main();
// main: by program (awaited by nobody)
//   5 → a
// a: by main
//   2 → value
