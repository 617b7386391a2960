import { stat } from 'node:fs';
async function main() {
  await new Promise(done => stat('.', done));
}
main();
// main: by program (awaited by nobody)
//   3 → fs
