async function load(n) {
  await n;
}
async function main() {
  for (const n of [1, 2, 3]) await load(n);
}
main();
// main: by program (awaited by nobody)
//   5 → load
//   5 → load
//   5 → load
// load: by main
//   2 → value
// load: by main
//   2 → value
// load: by main
//   2 → value
