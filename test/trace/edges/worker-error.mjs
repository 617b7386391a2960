import { Worker, isMainThread } from 'node:worker_threads';
if (isMainThread) new Worker(new URL(import.meta.url)).on('error', error => console.log('error', error.message));
else { const work = async () => { await null; throw new Error('in a worker'); }; await work(); }
