async function child() {
  await null;
  throw new Error('no');
}
async function main() {
  try {
    await child();
  } catch {
    await 1;
  }
}
main();
// main: by program (awaited by nobody)
//   7 → child
//   9 → value
// child: by main (rejected)
//   2 → value
