// Files that are in the operating system's cache, eight at a time.
const { readFile, stat } = require('node:fs/promises');
async function read() {
  await stat(__filename);
  return (await readFile(__filename)).length;
}
async function main() {
  for (let i = 0; i < 1000; i++) await Promise.all(Array.from({ length: 8 }, read));
}
require('./measured.cjs')(main);
