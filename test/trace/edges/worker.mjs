import { Worker, isMainThread, parentPort, threadId } from 'node:worker_threads';
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('message', it => console.log('from worker', it));
  worker.on('exit', code => console.log('worker exit', code));
} else {
  const work = async () => { await null; return threadId; };
  parentPort.postMessage(await work());
}
