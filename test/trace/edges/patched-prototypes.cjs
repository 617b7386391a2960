// Old programs add to the prototypes that all share.
Array.prototype.extra = 'enumerable';
Object.prototype.inherited = 'enumerable';
Object.prototype.get = () => 'of all';
async function main() { await null; return 1; }
main();
setTimeout(async () => {
  for await (const it of [1, Promise.resolve(2)]) console.log(it);
  console.log(await main());
}, 10);
