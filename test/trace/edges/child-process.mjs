import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
if (process.send) process.send({ from: 'child' });
else fork(fileURLToPath(import.meta.url)).on('message', it => console.log(it)).on('exit', code => console.log('exit', code));
