import { setTimeout as sleep } from 'node:timers/promises';
class Lock {
  async [Symbol.asyncDispose]() {
    await sleep(1);
  }
}
async function* locks() {
  yield new Lock();
}
async function main() {
  for (await using lock of [new Lock(), null]) await lock;
  for await (await using lock of locks()) {
    await lock;
  }
  let round = 0;
  for (await using one = new Lock(), two = null; round < 2; round++) await one;
}
await main();
// module: by program
//   18 → main
// main: by module
//   11 → value
//   11 → Lock.[Symbol.asyncDispose]
//   11 → value
//   12 → settled by locks
//   13 → value
//   12 → Lock.[Symbol.asyncDispose]
//   12 → settled by locks
//   16 → value
//   16 → value
//   16 → Lock.[Symbol.asyncDispose]
// Lock.[Symbol.asyncDispose]: by main
//   4 → timer
// locks: by main
//   8 → value
// Lock.[Symbol.asyncDispose]: by main
//   4 → timer
// Lock.[Symbol.asyncDispose]: by main
//   4 → timer
