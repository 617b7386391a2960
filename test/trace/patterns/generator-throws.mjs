async function* numbers() {
  yield 1;
  throw new Error('no');
}
async function main() {
  try {
    for await (const n of numbers()) await n;
  } catch {
    await null;
  }
}
main();
// main: by program (awaited by nobody)
//   7 → settled by numbers
//   7 → value
//   7 → settled by numbers
//   9 → value
// numbers: by main (rejected)
//   2 → value
