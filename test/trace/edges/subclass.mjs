class Mine extends Promise { static get [Symbol.species]() { return Promise; } }
const mine = Mine.resolve(1);
console.log(mine instanceof Mine, mine.then() instanceof Mine, await mine);
