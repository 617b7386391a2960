async function main() {
  await 1;
  await null;
  await { no: 'promise' };
}
main();
// main: by program (awaited by nobody)
//   2 → value
//   3 → value
//   4 → value
