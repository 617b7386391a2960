// Sends as many requests as it is told to, 32 at a time, and says when all are answered.
const http = require('node:http');
const port = Number(process.argv[2]);
const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });

const get = id =>
  new Promise((resolve, reject) => {
    const options = { port, agent, path: `/users/${id % 1000}`, headers: { authorization: 'yes' } };
    http.get(options, response => response.resume().on('end', resolve)).on('error', reject);
  });

process.on('message', async count => {
  let next = 0;
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (next < count) await get(next++);
    }),
  );
  process.send('done');
});
