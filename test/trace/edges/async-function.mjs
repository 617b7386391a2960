import { inspect } from 'node:util';
const AsyncFunction = (async () => undefined).constructor;
console.log(AsyncFunction.name, AsyncFunction.length, AsyncFunction.prototype.constructor === AsyncFunction, inspect(AsyncFunction));
console.log(Object.getOwnPropertyDescriptor(AsyncFunction.prototype, 'constructor').writable, Object.getPrototypeOf(AsyncFunction) === Function);
const body = "await null;\n  throw new Error(`${a} and ${b}`);\n//# sourceURL=/nowhere/made.mjs";
for (const made of [new AsyncFunction('a', 'b', body), AsyncFunction('a, b', body), Reflect.construct(AsyncFunction, ['a', 'b', body])]) {
  console.log(made instanceof AsyncFunction, made.name, made.length, String(made));
  await made(1, 2).catch(error => console.log(error.stack));
}
class Made extends AsyncFunction {
  twice() { return Promise.all([this(), this()]); }
}
console.log(await new Made('return 1;\n//# sourceURL=/nowhere/returns.mjs').twice());
try { new AsyncFunction('a b', 'await 1;\n//# sourceURL=/nowhere/broken.mjs'); } catch (error) { console.log(String(error)); }
try { new AsyncFunction('await (;\n//# sourceURL=/nowhere/broken.mjs'); } catch (error) { console.log(String(error)); }
console.log(await new AsyncFunction('return await 1;\n//# sourceURL=file:///a%2Fb.mjs')());
console.log(await AsyncFunction()(), await new AsyncFunction('return typeof this')());
