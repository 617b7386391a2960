async function main() {
  await Promise.all([]);
}
main();
// main: by program (awaited by nobody)
//   2 → value
