async function* numbers() {
  const sent = yield 1;
  await sent;
  return 2;
}
async function main() {
  const it = numbers();
  await it.next();
  await it.next('sent');
  await it.next();
}
main();
// main: by program (awaited by nobody)
//   8 → settled by numbers
//   9 → settled by numbers
//   10 → value
// numbers: by main
//   2 → value
//   3 → value
//   4 → value
