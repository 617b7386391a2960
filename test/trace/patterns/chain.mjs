async function load() {
  await null;
}
async function main() {
  await load().then(x => x).catch(() => 0).finally(() => 1);
}
main();
// main: by program (awaited by nobody)
//   5 → load
// load: by main
//   2 → value
