import { readFile } from 'node:fs/promises';
await readFile('/no/such/file');
