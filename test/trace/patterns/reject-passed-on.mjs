async function child() {
  throw new Error('no');
}
async function main() {
  await child();
}
main().catch(() => {});
// main: by program (rejected)
//   5 → child
// child: by main (rejected)
