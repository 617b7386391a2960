import { EventEmitter, once } from 'node:events';
const events = new EventEmitter();
async function main() {
  setTimeout(() => events.emit('go'), 1);
  await once(events, 'go');
}
main();
// main: by program (awaited by nobody)
//   5 → timer
