import { EventEmitter } from 'node:events';
const events = new EventEmitter();
events.on('go', async function listener() {
  await null;
});
async function main() {
  await null;
  events.emit('go');
}
main();
// main: by program (awaited by nobody)
//   7 → value
// listener: by main (awaited by nobody)
//   4 → value
