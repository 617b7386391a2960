async function* numbers() {
  try {
    yield 1;
    yield 2;
  } finally {
    await null;
  }
}
async function main() {
  for await (const n of numbers()) break;
  await null;
}
main();
// main: by program (awaited by nobody)
//   10 → settled by numbers
//   10 → settled by numbers
//   11 → value
// numbers: by main
//   3 → value
//   6 → value
