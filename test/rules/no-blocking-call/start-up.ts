// options: {}
// What runs while a program starts, and what does not.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const read = (name: string) => readFileSync(name, 'utf8');

/** Calls prepare() first. */
async function main() {
  console.log('main'); // not main() itself
  await prepare();
  await repeated();
}
async function prepare() {
  return read('settings');
}
main().then(
  async () => read('once'),
  () => undefined,
);

void (async () => {
  read('at once');
})();

async function repeated() {
  return read('again');
  //     ^^^^ error: `read` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}
setInterval(() => {
  repeated().catch(() => undefined);
}, 10);

async function handedOn() {
  return read('any time');
  //     ^^^^ error: `read` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}
export const jobs = [handedOn];

export async function exported() {
  return read('for others');
  //     ^^^^ error: `read` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

/** Before it listens, nobody waits. */
export async function serveAll() {
  const page = read('page.html');
  const server = createServer((_request, response) => response.end(page));
  server.listen(80);
  server.emit(read('too late'));
  //          ^^^^ error: `read` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}
