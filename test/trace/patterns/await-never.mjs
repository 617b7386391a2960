async function main() {
  await new Promise(() => {});
}
main();
// main: by program (pending, awaited by nobody)
//   2 → pending
