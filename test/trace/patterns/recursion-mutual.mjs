async function even(n) {
  return n === 0 ? true : odd(n - 1);
}
async function odd(n) {
  return n === 0 ? false : even(n - 1);
}
async function main() {
  await even(3);
}
main();
// main: by program (awaited by nobody)
//   8 → even
// even: by main
// odd: by even
// even: by odd
// odd: by even
