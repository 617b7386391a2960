async function main() {
  await new Promise(resolve => setImmediate(resolve));
}
main();
// main: by program (awaited by nobody)
//   2 → immediate
