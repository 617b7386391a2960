async function each(items, callback) {
  for (const item of items) await callback(item);
}
async function main() {
  await each([1, 2], async item => {
    await item;
  });
}
main();
// main: by program (awaited by nobody)
//   5 → each
// each: by main
//   2 → callback of each
//   2 → callback of each
// callback of each: by each
//   6 → value
// callback of each: by each
//   6 → value
