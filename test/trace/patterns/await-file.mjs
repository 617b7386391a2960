import { readFile } from 'node:fs/promises';
async function main() {
  await readFile(new URL(import.meta.url));
}
main();
// main: by program (awaited by nobody)
//   3 → fs
