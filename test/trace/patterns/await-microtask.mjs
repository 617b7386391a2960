async function main() {
  await new Promise(resolve => queueMicrotask(resolve));
}
main();
// main: by program (awaited by nobody)
//   2 → microtask
