async function fallback() {
  await null;
}
async function main(first = fallback(), { second = fallback() } = {}) {
  await first;
  await second;
}
main();
// fallback: by main
//   2 → value
// fallback: by main
//   2 → value
// main: by program (awaited by nobody)
//   5 → fallback
//   6 → fallback
