import { createReadStream } from 'node:fs';
async function main() {
  for await (const chunk of createReadStream(new URL(import.meta.url))) await chunk;
}
main();
// main: by program (awaited by nobody)
//   3 → fs
//   3 → value
//   3 → fs
