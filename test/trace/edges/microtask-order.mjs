const log = [];
const note = text => () => log.push(text);
async function a() { note('a1')(); await null; note('a2')(); await b(); note('a3')(); return c(); }
async function b() { note('b1')(); await { then: resolve => resolve() }; note('b2')(); }
async function c() { note('c')(); }
process.nextTick(note('tick'));
setImmediate(note('immediate'));
queueMicrotask(note('micro'));
Promise.resolve().then(note('then1')).then(note('then2')).then(note('then3')).then(note('then4')).then(note('then5'));
a().then(note('a done'));
note('sync')();
setTimeout(() => console.log(log.join()), 20);
