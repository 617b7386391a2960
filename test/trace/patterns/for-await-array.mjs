async function load(n) {
  await n;
}
async function main() {
  for await (const it of [load(1), 2, load(3)]) await it;
}
main();
// main: by program (awaited by nobody)
//   5 → load
//   5 → value
//   5 → value
//   5 → value
//   5 → load
//   5 → value
//   5 → value
// load: by main
//   2 → value
// load: by main
//   2 → value
