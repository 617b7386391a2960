// A reason that nobody else holds is collected, and nobody is told otherwise.
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
async function fail() {
  await null;
  throw new Error('short-lived');
}
async function main() {
  let reference;
  await fail().catch(error => (reference = new WeakRef(error)));
  for (let turn = 0; turn < 20 && reference.deref() !== undefined; turn++) {
    await new Promise(setImmediate);
    gc();
  }
  console.log(reference.deref() === undefined ? 'collected' : 'kept');
}
main();
