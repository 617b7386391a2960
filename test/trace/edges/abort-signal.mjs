import { setTimeout as sleep } from 'node:timers/promises';
await sleep(1000, null, { signal: AbortSignal.timeout(5) }).catch(error => console.log(error.name));
