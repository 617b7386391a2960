import { randomBytes } from 'node:crypto';
async function main() {
  await new Promise(done => randomBytes(8, done));
}
main();
// main: by program (awaited by nobody)
//   3 → crypto
