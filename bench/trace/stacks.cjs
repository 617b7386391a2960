// What tracers cost that keep a stack for each resource, promises included, as Bubbleprof does.
const { createHook } = require('node:async_hooks');
const stacks = new Map();
const frames = (_, sites) => sites.map(it => [it.getFunctionName(), it.getFileName(), it.getLineNumber()]);
createHook({
  init(id) {
    const { prepareStackTrace } = Error;
    Error.prepareStackTrace = frames;
    const holder = {};
    Error.captureStackTrace(holder);
    stacks.set(id % 4096, holder.stack);
    Error.prepareStackTrace = prepareStackTrace;
  },
  before() {},
  after() {},
  destroy() {},
}).enable();
