// thresholds: long-suspension=1500
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const server = createServer((request, response) => {
  setTimeout(() => response.end(), request.url === '/slow' ? 2000 : 0);
});
await once(server.listen(0, '127.0.0.1'), 'listening');
const address = `http://127.0.0.1:${server.address().port}`;

async function ask(path) {
  const response = await fetch(address + path);
  await response.text();
}

/** Waits for the task that waits. */
async function askSlowly() {
  await ask('/slow');
}

/** Asked for it. */
async function pause() {
  await wait(80);
}

await ask('/quick');
await Promise.all([pause(), askSlowly()]);
server.close();
server.closeAllConnections();
// 13:20 info long-suspension: `ask` waited … ms at `fetch(address + path)` for the network.
//   13:20 `ask` is suspended at `fetch(address + path)`
