async function main() {
  await Promise.resolve(1);
}
main();
// main: by program (awaited by nobody)
//   2 → value
