const lazy = { get then() { console.log('then read'); return resolve => resolve('lazy'); } };
async function main() { console.log(await lazy); return lazy; }
console.log(await main());
