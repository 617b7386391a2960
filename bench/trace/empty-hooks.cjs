// What Node's own async_hooks cost when they do nothing.
require('node:async_hooks').createHook({ init() {}, before() {}, after() {}, destroy() {}, promiseResolve() {} }).enable();
