const order = [];
class Lock {
  constructor(name) { this.name = name; }
  [Symbol.asyncDispose]() { order.push(this.name); return Promise.resolve().then(() => order.push(`${this.name} is free`)); }
}
const ticks = (async () => { for (let at = 0; at < 40; at++) { await null; order.push(at); } })();
for (await using lock of [new Lock('a'), null, new Lock('b')]) if (lock === null) continue; else order.push(lock.name);
for await (await using lock of (async function* () { yield new Lock('c'); yield new Lock('d'); })()) { let lock = 'mine'; order.push(lock); break; }
let rounds = 0;
for (await using one = new Lock('e'), two = new Lock('f'); rounds < 2; rounds++) order.push(one.name + two.name);
again: for (await using lock = new Lock('g'); rounds < 4; rounds++) { for (;;) continue again; }
{
  await using one = new Lock('h'), two = new Lock('i')
  try { three; } catch (error) { console.log(error); }
  await using three = new Lock(order.push.name), four = null;
}
await ticks;
console.log(order.join());
