async function load(n) {
  await n;
  return { value: n, done: n > 1 };
}
const source = {
  [Symbol.asyncIterator]: () => ({ n: 0, next() { return load(this.n++); } }),
};
async function main() {
  for await (const n of source) await n;
}
main();
// main: by program (awaited by nobody)
//   9 → load
//   9 → value
//   9 → load
//   9 → value
//   9 → load
// load: by main
//   2 → value
// load: by main
//   2 → value
// load: by main
//   2 → value
