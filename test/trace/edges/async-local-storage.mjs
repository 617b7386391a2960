import { AsyncLocalStorage, executionAsyncId } from 'node:async_hooks';
const storage = new AsyncLocalStorage();
const get = async () => { await null; return storage.getStore(); };
console.log(await Promise.all([storage.run(1, get), storage.run(2, get), get()]), typeof executionAsyncId());
