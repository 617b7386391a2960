import { setTimeout as sleep } from 'node:timers/promises';
class Lock {
  async [Symbol.asyncDispose]() {
    await sleep(1);
  }
}
const slow = { [Symbol.asyncDispose]: () => sleep(1).then(() => sleep(1)) };
const atOnce = { [Symbol.dispose]() {} };
async function open() {
  return new Lock();
}
async function main() {
  await using first = await open(), second = slow;
  {
    await using nothing = null;
    using third = atOnce;
    await using fourth = third;
  }
  await null;
}
await main();
// module: by program
//   21 → main
// main: by module
//   13 → open
//   17 → value
//   19 → value
//   13 → timer
//   13 → Lock.[Symbol.asyncDispose]
// open: by main
// Lock.[Symbol.asyncDispose]: by main
//   4 → timer
