// Workers of a cluster that share a socket.
const cluster = require('node:cluster');
const net = require('node:net');
if (cluster.isPrimary) {
  const worker = cluster.fork();
  cluster.on('listening', (_, { port }) => {
    net.connect(port).setEncoding('utf8').on('data', it => console.log(it)).on('end', () => worker.disconnect());
  });
  cluster.on('exit', (_, code) => console.log('exit', code));
} else {
  net.createServer(async socket => { await null; socket.end('served'); }).listen(0);
}
