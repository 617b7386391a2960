async function main(depth, inner = depth > 0 ? main(depth - 1) : null) {
  await inner;
}
main(2);
// main: by main
//   2 → value
// main: by main
//   2 → main
// main: by program (awaited by nobody)
//   2 → main
