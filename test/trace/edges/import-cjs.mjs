import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
console.log(require('./hello.cjs'), import.meta.url.split('/').pop());
await import('./hello.cjs');
