async function count(n) {
  if (n > 0) await count(n - 1);
}
count(3);
// count: by program (awaited by nobody)
//   2 → count
// count: by count
//   2 → count
// count: by count
//   2 → count
// count: by count
