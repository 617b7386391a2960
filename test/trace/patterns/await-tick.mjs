async function main() {
  await new Promise(resolve => process.nextTick(resolve));
}
main();
// main: by program (awaited by nobody)
//   2 → tick
