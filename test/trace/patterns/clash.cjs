async function main() {
  var twice;
  function twice() {}
  await null;
}
main();
// main: by program (awaited by nobody)
//   4 → value
