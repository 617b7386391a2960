async function load() {
  await null;
}
async function main() {
  await Promise.all([load(), Promise.all([load(), load()])]);
}
main();
// main: by program (awaited by nobody)
//   5 → [load, [load, load]]
// load: by main
//   2 → value
// load: by main
//   2 → value
// load: by main
//   2 → value
