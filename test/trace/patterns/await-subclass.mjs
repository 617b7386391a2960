class Mine extends Promise {}
async function main() {
  await new Mine(resolve => setTimeout(resolve, 1));
}
main();
// main: by program (awaited by nobody)
//   3 → timer
