async function load(n) {
  await n;
}
async function* loaded() {
  for (const n of [1, 2]) yield load(n);
}
async function main() {
  for await (const it of loaded()) await null;
}
main();
// main: by program (awaited by nobody)
//   8 → settled by loaded
//   8 → value
//   8 → settled by loaded
//   8 → value
//   8 → settled by loaded
// loaded: by main
//   5 → load
//   5 → load
// load: by loaded
//   2 → value
// load: by loaded
//   2 → value
