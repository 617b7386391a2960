const { setTimeout: sleep } = require('node:timers/promises');
function __addDisposableResource(env, value) {
  env.stack.push(value);
  return value;
}
async function disposeOfAll(stack) {
  while (stack.length > 0) await stack.pop().dispose();
}
const __disposeResources = env => disposeOfAll(env.stack);
class Lock {
  async dispose() {
    await sleep(1);
  }
}
async function main() {
  const env_1 = { stack: [], error: void 0, hasError: false };
  try {
    const lock = __addDisposableResource(env_1, new Lock());
    await lock;
  } finally {
    const result_1 = __disposeResources(env_1);
    if (result_1) await result_1;
  }
}
main();
// main: by program (awaited by nobody)
//   19 → value
//   22 → disposeOfAll
// disposeOfAll: by main
//   7 → Lock.dispose
// Lock.dispose: by disposeOfAll
//   12 → timer
