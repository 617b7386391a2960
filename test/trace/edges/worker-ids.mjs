import threads, { isMainThread, parentPort, threadId, Worker } from 'node:worker_threads';
const { postMessageToThread } = threads;
if (isMainThread) {
  process.on('worker', worker => console.log('made', worker.threadId));
  const worker = new Worker(new URL(import.meta.url));
  console.log(threadId, worker.threadId);
  process.on('workerMessage', (value, from) => console.log(value, 'from', from));
  worker.on('message', async id => { await postMessageToThread?.(id, 'hello'); worker.postMessage(0); });
  worker.on('exit', () => console.log(worker.threadId));
} else {
  process.on('workerMessage', async (value, from) => { console.log(value, 'from', from); await postMessageToThread(from, 'well'); });
  parentPort.once('message', () => {}); parentPort.postMessage(threadId);
}
