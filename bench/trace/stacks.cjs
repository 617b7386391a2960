// What tracers cost that take a stack for each promise: promise hooks with one frame each.
require('node:v8').promiseHooks.createHook({
  init() {
    Error.captureStackTrace({}, null);
  },
});
