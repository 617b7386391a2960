import { connect, createServer } from 'node:net';
import { once } from 'node:events';
async function main() {
  const server = createServer(socket => socket.end('hello')).listen(0);
  await new Promise(done => server.on('listening', done));
  const socket = connect(server.address().port);
  await new Promise(done => socket.on('data', done));
  server.close();
}
main();
// main: by program (awaited by nobody)
//   5 → tick
//   7 → net
