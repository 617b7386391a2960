// A small service on fastify, under the load of a client in a process of its own.
const { fork } = require('node:child_process');
const { join } = require('node:path');
const fastify = require(process.argv[2]);

const users = new Map(Array.from({ length: 1000 }, (_, id) => [String(id), { id, name: `user ${id}`, tags: ['a', 'b'] }]));

async function find(id) {
  await null;
  const user = users.get(id);
  if (user === undefined) throw new Error('There is no such user.');
  return user;
}

async function permitted(request) {
  return request.headers.authorization === 'yes';
}

const server = fastify();
server.addHook('preHandler', async (request, reply) => {
  if (!(await permitted(request))) await reply.code(403).send();
});
server.get('/users/:id', async request => {
  const user = await find(request.params.id);
  return { ...user, seen: Date.now() };
});

server.listen({ port: 0 }).then(async () => {
  const { NODE_OPTIONS, ...env } = process.env;
  const client = fork(join(__dirname, 'client.cjs'), [String(server.server.address().port)], { env });
  await require('./measured.cjs')(
    () =>
      new Promise(resolve => {
        client.once('message', resolve);
        client.send(8000);
      }),
  );
  client.kill();
  await server.close();
});
