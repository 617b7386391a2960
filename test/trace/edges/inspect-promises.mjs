import { inspect } from 'node:util';
const promise = Promise.resolve(1);
async function main() { await promise; }
console.log(inspect(promise), Reflect.ownKeys(promise), inspect(main()), Object.isFrozen(Object.freeze(Promise.resolve())));
