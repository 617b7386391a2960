// A hundred thousand calls of async functions, three deep.
async function inner(n) {
  return n;
}
async function middle(n) {
  return (await inner(n)) + 1;
}
async function outer(n) {
  return (await middle(n)) + 1;
}
async function main() {
  for (let i = 0; i < 100_000; i++) await outer(i);
}
require('./measured.cjs')(main);
