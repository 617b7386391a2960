// A server that does next to nothing, and its clients in the same process: the worst case of a server.
const http = require('node:http');
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
const server = http.createServer(async (request, response) => {
  await null;
  response.end('hello');
});
const get = port =>
  new Promise((resolve, reject) => {
    http.get({ port, agent }, response => response.resume().on('end', resolve)).on('error', reject);
  });
server.listen(0, async () => {
  const { port } = server.address();
  await require('./measured.cjs')(async () => {
    for (let i = 0; i < 500; i++) await Promise.all(Array.from({ length: 16 }, () => get(port)));
  });
  agent.destroy();
  server.close();
});
