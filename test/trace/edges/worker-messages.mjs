// Messages of threads, and their order.
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
if (isMainThread) {
  const worker = new Worker(fileURLToPath(import.meta.url));
  const all = [];
  worker.on('message', it => all.push(it));
  worker.on('exit', code => console.log(all, code));
} else {
  for (let i = 0; i < 3; i++) parentPort.postMessage([await i, parentPort.postMessage.length, parentPort.postMessage.name]);
}
