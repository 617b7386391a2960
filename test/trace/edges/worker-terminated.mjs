import { Worker } from 'node:worker_threads';
const worker = new Worker('setInterval(() => {}, 1000)', { eval: true });
worker.on('online', () => worker.terminate().then(code => console.log('terminated', code)));
