async function child() {
  await null;
}
await child();
await Promise.all([child(), child()]);
// module: by program
//   4 → child
//   5 → [child, child]
// child: by module
//   2 → value
// child: by module
//   2 → value
// child: by module
//   2 → value
