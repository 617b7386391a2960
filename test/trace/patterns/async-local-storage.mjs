import { AsyncLocalStorage } from 'node:async_hooks';
const storage = new AsyncLocalStorage();
async function child() {
  await null;
}
async function main() {
  await storage.run(1, async () => {
    await child();
  });
}
main();
// main: by program (awaited by nobody)
//   7 → callback of storage.run
// callback of storage.run: by main
//   8 → child
// child: by callback of storage.run
//   4 → value
