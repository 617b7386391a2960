import { lookup } from 'node:dns/promises';
async function main() {
  await lookup('localhost');
}
main();
// main: by program (awaited by nobody)
//   3 → dns
