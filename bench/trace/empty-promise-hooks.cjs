// What V8 charges as soon as anybody listens to its promises: less is not to be had by hooks.
require('node:v8').promiseHooks.createHook({ init() {}, before() {}, after() {}, settled() {} });
