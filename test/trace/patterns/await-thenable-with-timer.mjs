async function main() {
  await { then: resolve => setTimeout(resolve, 1) };
}
main();
// main: by program (awaited by nobody)
//   2 → timer
