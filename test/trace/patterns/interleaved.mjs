async function step(n) {
  for (let i = 0; i < n; i++) await null;
}
async function main() {
  const a = step(2);
  const b = step(3);
  await a;
  await b;
}
main();
// main: by program (awaited by nobody)
//   7 → step
//   8 → step
// step: by main
//   2 → value
//   2 → value
// step: by main
//   2 → value
//   2 → value
//   2 → value
