import { setTimeout as sleep } from 'node:timers/promises';
async function main() {
  await sleep(1);
}
main();
// main: by program (awaited by nobody)
//   3 → timer
