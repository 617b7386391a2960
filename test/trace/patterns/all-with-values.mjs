async function a() {
  await null;
}
async function main() {
  await Promise.all([1, a(), Promise.resolve(2), a()]);
}
main();
// main: by program (awaited by nobody)
//   5 → [value, a, value, a]
// a: by main
//   2 → value
// a: by main
//   2 → value
