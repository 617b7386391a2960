async function work() {
  await null;
}
async function main() {
  await Promise.race([work(), new Promise(resolve => setTimeout(resolve, 1))]);
}
main();
// main: by program (awaited by nobody)
//   5 → [work, timer]
// work: by main
//   2 → value
