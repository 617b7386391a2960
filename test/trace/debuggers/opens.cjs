// As what editors load into programs: asks for the debugger that they have, and waits until it is there. Not by
// `waitForDebugger`, which waits forever for one that was faster.
const inspector = require('node:inspector');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  inspector.open(0);
  while (!globalThis.isDebugged);
}
