async function a() {
  await null;
}
async function b() {
  await null;
}
async function main() {
  await Promise.all([a(), b()]);
}
main();
// main: by program (awaited by nobody)
//   8 → [a, b]
// a: by main
//   2 → value
// b: by main
//   5 → value
