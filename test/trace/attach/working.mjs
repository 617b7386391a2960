// Works until it is told to end. `seen` tells what a recording may leave behind.
import inspector from 'node:inspector';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

async function fetchPage(id) {
  await sleep(2);
  if (id % 3 === 2) throw new RangeError(`no page ${id}`);
  return id;
}
async function readBook() {
  for (let id = 0; id < 3; id++) await fetchPage(id).catch(() => undefined);
}
async function main() {
  for (let turn = 1; ; turn++) {
    await readBook();
    Promise.resolve(turn);
    console.log('turn', turn);
  }
}
main();
const seen = () => ({
  emit: Object.hasOwn(process, 'emit'),
  listeners: process.eventNames(),
  globals: Reflect.ownKeys(globalThis).filter(key => String(key).includes('asynclens')),
  prepare: Error.prepareStackTrace?.name,
  inspector: inspector.url(),
});
createInterface(process.stdin).on('line', () => console.log('seen', JSON.stringify(seen())));
console.log('ready');
