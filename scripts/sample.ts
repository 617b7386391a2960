// `npm run sample <name>`: runs a program of `samples/`.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const names = readdirSync('samples').filter(name => existsSync(`samples/${name}/main.ts`));
const name = process.argv[2];
if (name === undefined || !names.includes(name)) {
  console.error(`Usage: npm run sample <name>, where <name> is one of ${names.join(', ')}.`);
  process.exitCode = 2;
} else {
  await import(pathToFileURL(resolve(`out/samples/${name}/main.js`)).href);
}
