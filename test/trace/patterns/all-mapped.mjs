async function load(n) {
  await n;
}
async function main() {
  await Promise.all([1, 2, 3].map(async n => {
    await load(n);
  }));
}
main();
// main: by program (awaited by nobody)
//   5 → [callback of map, callback of map, callback of map]
// callback of map: by main
//   6 → load
// load: by callback of map
//   2 → value
// callback of map: by main
//   6 → load
// load: by callback of map
//   2 → value
// callback of map: by main
//   6 → load
// load: by callback of map
//   2 → value
